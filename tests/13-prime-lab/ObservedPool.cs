using Katas.Harness.Executors;
using Katas.Harness.Jobs;

namespace Katas.PrimeLab;

/// <summary>
/// A pool of threads that tells a test about each of its jobs, and lets the test hold one. It refuses what a pool of processes refuses.
/// </summary>
/// <param name="workers">How many threads.</param>
internal sealed class ObservedPool(int workers) : IExecutor
{
    private readonly ThreadPoolExecutor _pool = new(workers, "cook");
    private readonly List<ObservedJob> _jobs = [];
    private int _submitted;
    private volatile bool _wasAskedTooLate;

    /// <summary>Called on the worker before a job's work.</summary>
    public Action<ObservedJob> Started { get; init; } = _ => { };

    /// <summary>Called on the worker after a job's work.</summary>
    public Action<ObservedJob> Ended { get; init; } = _ => { };

    /// <summary>How many arguments a worker was handed at once at most.</summary>
    public int LargestChunk { get; private set; } = 1;

    /// <summary>How many jobs were handed over, begun or not.</summary>
    public int Submitted => Volatile.Read(ref _submitted);

    /// <summary>Whether work was handed over with a token that was cancelled already.</summary>
    public bool WasAskedTooLate => _wasAskedTooLate;

    public string Name => "observed";

    public int Workers => workers;

    /// <summary>The jobs that have started, in the order in which they did.</summary>
    public IReadOnlyList<ObservedJob> Jobs
    {
        get
        {
            lock (_jobs)
                return [.. _jobs];
        }
    }

    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) => _pool.Submit(Observe(job), Numbered(argument), Noted(cancellationToken));

    public IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    )
    {
        LargestChunk = Math.Max(LargestChunk, chunkSize);
        return _pool.Stream(
            Observe(job),
            arguments.Select(Numbered),
            chunkSize,
            Noted(cancellationToken)
        );
    }

    public Task Shutdown(bool cancelPending = false) => _pool.Shutdown(cancelPending);

    public async ValueTask DisposeAsync() => await _pool.Shutdown(cancelPending: true);

    private CancellationToken Noted(CancellationToken token)
    {
        if (token.IsCancellationRequested)
            _wasAskedTooLate = true;
        return token;
    }

    /// <summary>Two workers may begin in another order than they were given their jobs, so a job has its number from there.</summary>
    private (int Number, TArgument Argument) Numbered<TArgument>(TArgument argument) =>
        (Interlocked.Increment(ref _submitted) - 1, argument);

    private Func<(int Number, TArgument Argument), CancellationToken, TResult> Observe<
        TArgument,
        TResult
    >(Func<TArgument, CancellationToken, TResult> job)
    {
        // Throws if the job cannot leave this process.
        JobMethod.Of(job);
        return (numbered, token) =>
        {
            var observed = new ObservedJob(numbered.Number, token);
            lock (_jobs)
                _jobs.Add(observed);
            try
            {
                Started(observed);
                return job(numbered.Argument, token);
            }
            finally
            {
                observed.HasEnded = true;
                Ended(observed);
            }
        };
    }
}
