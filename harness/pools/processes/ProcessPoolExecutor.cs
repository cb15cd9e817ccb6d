using Katas.Harness.Executors;

namespace Katas.Harness.Pools.Processes;

/// <summary>
/// Runs jobs in worker processes: child processes that load the caller's assembly. After Python's <c>ProcessPoolExecutor</c>, with one
/// difference: a worker that dies fails the job that it ran, and is replaced; the pool lives on.
/// </summary>
/// <remarks>
/// A job is a static method, or a lambda that captures nothing; its argument and its result travel as JSON. Statics are not shared: each
/// worker has its own. The workers start with the pool and end with its shutdown, or when this process ends, however it ends.
/// </remarks>
/// <example><code>
/// await using var pool = new ProcessPoolExecutor(workers: 2);
/// bool[] answers = await pool.Map(Primes.IsPrime, numbers);
/// </code></example>
public sealed class ProcessPoolExecutor : IOutOfProcessExecutor
{
    /// <summary>Chunks in flight for each worker: enough to keep a worker busy with the shortest jobs while results are taken.</summary>
    private const int Window = 8;

    private readonly PoolMethods _methods = new();
    private readonly Dispatcher _dispatcher;

    /// <summary>Starts the workers.</summary>
    /// <param name="workers">How many processes; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    public ProcessPoolExecutor(int workers)
        : this(new ProcessPoolOptions { Workers = workers }) { }

    /// <summary>Starts the workers.</summary>
    /// <param name="options">How many, and how they are treated.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="options"/> makes no sense.</exception>
    public ProcessPoolExecutor(ProcessPoolOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Grace, TimeSpan.Zero, nameof(options));
        if (options.JobTimeout is { } limit)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(
                limit,
                TimeSpan.Zero,
                nameof(options)
            );
        Name = options.Name;
        Workers = options.Workers;
        _dispatcher = new Dispatcher(options);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Workers { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> WorkerProcessIds => _dispatcher.ProcessIds;

    /// <summary>Completes when every worker is there. Nobody needs to wait for it, but a timing that leaves out the start does.</summary>
    public Task Started => _dispatcher.Started;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The job cannot leave this process; the message says why, and what to do.</exception>
    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    )
    {
        var method = _methods.Of(job);
        ShutDownException.ThrowIf(_dispatcher.IsShutDown, this);
        return Send(
            new SingleJob<TArgument, TResult>(method, argument, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The job cannot leave this process; the message says why, and what to do.</exception>
    public IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    )
    {
        var method = _methods.Of(job);
        ShutDownException.ThrowIf(_dispatcher.IsShutDown, this);
        return OrderedStream.Run(
            (chunk, token) => Send(new ChunkJob<TArgument, TResult>(method, chunk, token), token),
            arguments,
            chunkSize,
            Window * Workers,
            cancellationToken
        );
    }

    /// <summary>
    /// Accepts no more jobs, and completes when the last one has ended and every worker process is gone. Calling it again is harmless.
    /// </summary>
    /// <param name="cancelPending">
    /// <see langword="false"/> to let every submitted job run to its end; <see langword="true"/> to cancel the jobs that have not started,
    /// to ask those that run to stop and, when one has not after <see cref="ProcessPoolOptions.Grace"/>, to kill its worker.
    /// </param>
    public async Task Shutdown(bool cancelPending = false)
    {
        await _dispatcher.Shutdown(cancelPending).ConfigureAwait(false);
        _dispatcher.Dispose();
    }

    /// <summary>Shuts down, and completes when every submitted job has ended and every worker process is gone.</summary>
    public ValueTask DisposeAsync() => new(Shutdown());

    private Task<TFuture> Send<TArgument, TResult, TFuture>(
        TypedPoolJob<TArgument, TResult, TFuture> job,
        CancellationToken cancellationToken
    )
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<TFuture>(cancellationToken);
        job.Watch(_dispatcher);
        _dispatcher.Add(job, this);
        return job.Future;
    }
}
