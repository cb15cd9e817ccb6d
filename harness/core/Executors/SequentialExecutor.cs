namespace Katas.Harness.Executors;

/// <summary>Runs each job on the thread that submits it, one at a time: the yardstick for every other executor.</summary>
/// <remarks><see cref="Submit"/> returns when the job has ended. Threads that submit at the same time wait for each other.</remarks>
public sealed class SequentialExecutor : IExecutor
{
    private readonly Lock _oneAtATime = new();

    // Jobs hold its token for as long as they like, so it is not disposed of; it has no timer.
    private readonly CancellationTokenSource _stop = new();
    private bool _isShutDown;

    /// <inheritdoc/>
    public string Name => "sequential";

    /// <inheritdoc/>
    public int Workers => 1;

    /// <inheritdoc/>
    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    )
    {
        lock (_oneAtATime)
        {
            ShutDownException.ThrowIf(_isShutDown, this);
            var ticket = new Job<TArgument, TResult>(job, argument, _stop.Token, cancellationToken);
            ticket.Run();
            return ticket.Future;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(job);
        // Without the lock, which a job may hold for long; Submit looks again under it.
        ShutDownException.ThrowIf(Volatile.Read(ref _isShutDown), this);
        return OrderedStream.Run(
            (chunk, token) => Submit((part, stop) => ChunkRun.Run(job, part, stop), chunk, token),
            arguments,
            chunkSize,
            window: 1,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task Shutdown(bool cancelPending = false)
    {
        if (cancelPending)
            // Not awaited: what a job's own callbacks throw is the job's affair, and not that of whoever shuts down.
            _ = _stop.CancelAsync();
        lock (_oneAtATime)
            _isShutDown = true;
        return Task.CompletedTask;
    }

    /// <summary>Shuts down; a job that another thread has submitted runs to its end first.</summary>
    public ValueTask DisposeAsync() => new(Shutdown());
}
