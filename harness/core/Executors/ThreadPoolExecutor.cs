namespace Katas.Harness.Executors;

/// <summary>Runs jobs on a fixed number of threads of its own, in the order in which they were submitted.</summary>
/// <remarks>
/// The threads start with the executor and end with its shutdown; they are background threads, so a forgotten executor does not keep the
/// program alive. A job that waits for another job of the same executor needs a second worker that is free: with one worker it waits endlessly.
/// </remarks>
public sealed class ThreadPoolExecutor : IExecutor
{
    private readonly Queue<Job> _waiting = new();

    // Jobs hold its token for as long as they like, so it is not disposed of; it has no timer.
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _allGone = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Thread[] _threads;
    private int _workersLeft;
    private bool _isShutDown;

    /// <summary>Starts the workers.</summary>
    /// <param name="workers">How many threads; at least 1.</param>
    /// <param name="name">What the executor is called in tables, and what its threads' names begin with.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    public ThreadPoolExecutor(int workers, string name = "threads")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Workers = workers;
        Name = name;
        _workersLeft = workers;
        _threads =
        [
            .. Enumerable
                .Range(1, workers)
                .Select(i => new Thread(Work) { IsBackground = true, Name = $"{name} {i}" }),
        ];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Workers { get; }

    /// <inheritdoc/>
    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    )
    {
        lock (_waiting)
        {
            ShutDownException.ThrowIf(_isShutDown, this);
            var ticket = new Job<TArgument, TResult>(job, argument, _stop.Token, cancellationToken);
            _waiting.Enqueue(ticket);
            Monitor.Pulse(_waiting);
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
        lock (_waiting)
            ShutDownException.ThrowIf(_isShutDown, this);
        return OrderedStream.Run(
            (chunk, token) => Submit((part, stop) => ChunkRun.Run(job, part, stop), chunk, token),
            arguments,
            chunkSize,
            // One chunk in hand and one waiting for each worker, and as many again for results that are done out of order.
            window: 4 * Workers,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task Shutdown(bool cancelPending = false)
    {
        Job[] dropped = [];
        lock (_waiting)
        {
            _isShutDown = true;
            if (cancelPending)
            {
                dropped = [.. _waiting];
                _waiting.Clear();
            }
            Monitor.PulseAll(_waiting);
        }
        foreach (var job in dropped)
            job.Drop();
        if (cancelPending)
            // Not awaited: what the jobs' own callbacks throw is the jobs' affair, and not that of whoever shuts down.
            _ = _stop.CancelAsync();
        return AllGone();
    }

    /// <summary>Shuts down, and completes when every submitted job has ended and every thread is gone.</summary>
    public ValueTask DisposeAsync() => new(Shutdown());

    private async Task AllGone()
    {
        await _allGone.Task.ConfigureAwait(false);
        // Each thread has left its loop, and nothing that it still does can block.
        foreach (var thread in _threads)
            thread.Join();
    }

    private void Work()
    {
        while (Next() is { } job)
            job.Run();
        if (Interlocked.Decrement(ref _workersLeft) == 0)
            _allGone.SetResult();
    }

    private Job? Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_isShutDown)
                Monitor.Wait(_waiting);
            return _waiting.TryDequeue(out var job) ? job : null;
        }
    }
}
