namespace Katas.Harness.Executors.Broken;

/// <summary>Hands results out as they come.</summary>
internal sealed class InOrderOfCompletion : BrokenExecutor
{
    public override IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    ) => AsTheyCome(arguments.Select(argument => Submit(job, argument, cancellationToken)));

    private static async IAsyncEnumerable<TResult> AsTheyCome<TResult>(
        IEnumerable<Task<TResult>> futures
    )
    {
        await foreach (var future in Task.WhenEach(futures))
            yield return await future;
    }
}

/// <summary>Turns a failure into nothing.</summary>
internal sealed class SwallowsExceptions : BrokenExecutor
{
    public override Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) =>
        Sound.Submit(
            (a, token) =>
            {
                try
                {
                    return job(a, token);
                }
                catch (FormatException)
                {
                    return default!;
                }
            },
            argument,
            cancellationToken
        );
}

/// <summary>Works on each argument once, however often it is asked to.</summary>
internal sealed class DropsDuplicates : BrokenExecutor
{
    public override IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    ) => Sound.Stream(job, arguments.Distinct(), chunkSize, cancellationToken);
}

/// <summary>Forgets the last chunk when it is not full.</summary>
internal sealed class DropsTheRemainder : BrokenExecutor
{
    public override IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    ) =>
        Sound.Stream(
            job,
            arguments
                .Chunk(Math.Max(chunkSize, 1))
                .TakeWhile(chunk => chunk.Length >= chunkSize)
                .SelectMany(chunk => chunk),
            chunkSize,
            cancellationToken
        );
}

/// <summary>Reads every argument before the first result.</summary>
internal sealed class ReadsEverythingFirst : BrokenExecutor
{
    public override IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    ) =>
        Sound.Stream(
            job,
            // Enough to be seen, and not endless.
            arguments.Take(5000).ToArray(),
            chunkSize,
            cancellationToken
        );
}

/// <summary>Never looks at the caller's token.</summary>
internal sealed class IgnoresCancellation : BrokenExecutor
{
    public override Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) => Sound.Submit(job, argument, CancellationToken.None);
}

/// <summary>Cancels the future and runs the job all the same.</summary>
internal sealed class CancelsInNameOnly : BrokenExecutor
{
    public override Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) => Sound.Submit(job, argument, CancellationToken.None).WaitAsync(cancellationToken);
}

/// <summary>Says that it has four workers and has two.</summary>
internal sealed class PromisesMoreWorkers : BrokenExecutor
{
    public override int Workers => 4;
}

/// <summary>Says that it has two workers and has four.</summary>
internal sealed class HidesWorkers() : BrokenExecutor(4)
{
    public override int Workers => 2;
}

/// <summary>Runs a job that comes after the shutdown on the caller.</summary>
internal sealed class AcceptsAfterShutdown : BrokenExecutor
{
    private bool _isShutDown;

    public override Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) =>
        _isShutDown
            ? Task.FromResult(job(argument, cancellationToken))
            : base.Submit(job, argument, cancellationToken);

    public override Task Shutdown(bool cancelPending = false)
    {
        _isShutDown = true;
        return base.Shutdown(cancelPending);
    }
}

/// <summary>Comes back from the shutdown while its jobs still run.</summary>
internal sealed class LeavesWhileJobsRun : BrokenExecutor
{
    public override Task Shutdown(bool cancelPending = false)
    {
        _ = base.Shutdown(cancelPending);
        return Task.CompletedTask;
    }
}

/// <summary>Drops what waits at every shutdown.</summary>
internal sealed class AlwaysCancelsPending : BrokenExecutor
{
    public override Task Shutdown(bool cancelPending = false) => base.Shutdown(cancelPending: true);
}

/// <summary>Lets everything run to its end at every shutdown.</summary>
internal sealed class NeverCancelsPending : BrokenExecutor
{
    public override Task Shutdown(bool cancelPending = false) => base.Shutdown();
}

/// <summary>Does not mind a second shutdown, but throws.</summary>
internal sealed class ShutsDownOnce : BrokenExecutor
{
    private bool _isShutDown;

    public override Task Shutdown(bool cancelPending = false)
    {
        ObjectDisposedException.ThrowIf(_isShutDown, this);
        _isShutDown = true;
        return base.Shutdown(cancelPending);
    }
}

/// <summary>Treats a chunk as one job: its first failure takes the results before it along.</summary>
internal sealed class LosesTheChunkOfAFailure : BrokenExecutor
{
    public override IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    ) =>
        OrderedStream.Run(
            (chunk, token) =>
                Submit(
                    (part, stop) =>
                        new Chunk<TResult>(part.Select(one => job(one, stop)).ToArray()),
                    chunk,
                    token
                ),
            arguments,
            chunkSize,
            window: 8,
            cancellationToken
        );
}

/// <summary>Lets the jobs of a stream run on when nobody reads it any more.</summary>
internal sealed class ForgetsItsStreams : BrokenExecutor
{
    public override IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    ) =>
        Sound.Stream(
            (argument, _) => job(argument, cancellationToken),
            arguments,
            chunkSize,
            cancellationToken
        );
}
