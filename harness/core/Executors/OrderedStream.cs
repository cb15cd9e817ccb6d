using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Katas.Harness.Executors;

/// <summary>
/// The streaming that every executor shares: keeps a window of chunks in flight, hands their results out in the order of the arguments,
/// and reads on only as fast as results are taken.
/// </summary>
public static class OrderedStream
{
    /// <summary>Streams results in the order of the arguments.</summary>
    /// <remarks>
    /// When the enumeration ends early (an exception, a cancellation, a <c>break</c>), the chunks in flight are asked to stop. It does not
    /// wait for them: shutting the executor down does. An argument that cannot be read or submitted fails in its place too, after the results
    /// of the chunks before it.
    /// </remarks>
    /// <typeparam name="TArgument">What a job is given.</typeparam>
    /// <typeparam name="TResult">What a job makes.</typeparam>
    /// <param name="submit">Hands over one chunk; the token it is given is cancelled when the enumeration ends early.</param>
    /// <param name="arguments">What the jobs are called with; read on the thread that enumerates.</param>
    /// <param name="chunkSize">How many arguments make a chunk; at least 1.</param>
    /// <param name="window">How many chunks are in flight at most; at least 1.</param>
    /// <param name="cancellationToken">Cancels the chunks and the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chunkSize"/> or <paramref name="window"/> is less than 1.</exception>
    public static IAsyncEnumerable<TResult> Run<TArgument, TResult>(
        Func<TArgument[], CancellationToken, Task<Chunk<TResult>>> submit,
        IEnumerable<TArgument> arguments,
        int chunkSize,
        int window,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(submit);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        return Enumerate(submit, Chunks(arguments, chunkSize), window, cancellationToken);
    }

    private static async IAsyncEnumerable<TResult> Enumerate<TArgument, TResult>(
        Func<TArgument[], CancellationToken, Task<Chunk<TResult>>> submit,
        IEnumerable<TArgument[]> chunks,
        int window,
        CancellationToken callerToken,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(callerToken, cancellationToken);
        var inFlight = new Queue<Task<Chunk<TResult>>>();
        using var source = chunks.GetEnumerator();
        try
        {
            var more = true;
            while (true)
            {
                while (more && inFlight.Count < window)
                {
                    stop.Token.ThrowIfCancellationRequested();
                    try
                    {
                        more = source.MoveNext();
                        if (more)
                            inFlight.Enqueue(submit(source.Current, stop.Token));
                    }
                    catch (Exception e)
                    {
                        // It waits for its turn behind what is in flight.
                        inFlight.Enqueue(Task.FromException<Chunk<TResult>>(e));
                        more = false;
                    }
                }
                if (inFlight.Count == 0)
                    yield break;

                // The oldest stays in the queue while it is awaited, so that an early end finds it there.
                var chunk = await inFlight.Peek().WaitAsync(stop.Token).ConfigureAwait(false);
                _ = inFlight.Dequeue();
                foreach (var result in chunk.Results)
                {
                    yield return result;
                }
                chunk.Failure?.Throw();
            }
        }
        finally
        {
            Abandon(inFlight, stop);
        }
    }

    /// <summary>Cuts arguments into chunks, as <see cref="Enumerable.Chunk"/> does, but what was read before an exception is a chunk too.</summary>
    private static IEnumerable<TArgument[]> Chunks<TArgument>(
        IEnumerable<TArgument> arguments,
        int size
    )
    {
        using var source = arguments.GetEnumerator();
        ExceptionDispatchInfo? failure = null;
        var more = true;
        while (more)
        {
            var chunk = new List<TArgument>();
            try
            {
                while (chunk.Count < size && (more = source.MoveNext()))
                    chunk.Add(source.Current);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
                more = false;
            }
            if (chunk.Count > 0)
                yield return [.. chunk];
        }
        failure?.Throw();
    }

    private static void Abandon<TResult>(
        Queue<Task<Chunk<TResult>>> inFlight,
        CancellationTokenSource stop
    )
    {
        try
        {
            if (inFlight.Count > 0)
                stop.Cancel();
        }
        catch (AggregateException)
        {
            // What the jobs' own callbacks throw is the jobs' affair; it must not replace what ended the enumeration.
        }
        _ = DisposeWhenDone(Task.WhenAll(inFlight), stop);
    }

    private static async Task DisposeWhenDone(Task inFlight, CancellationTokenSource stop)
    {
        // Nobody asks for these results any more, so what became of them is dropped on purpose.
        await inFlight.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }
}
