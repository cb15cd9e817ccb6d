namespace Katas.Harness.Executors.Broken;

/// <summary>A sound executor with one thing wrong, so that the contract can be seen to notice; each flaw is a small override.</summary>
internal abstract class BrokenExecutor(int workers = 2) : IExecutor
{
    protected ThreadPoolExecutor Sound { get; } = new(workers);

    public virtual string Name => GetType().Name;

    public virtual int Workers => Sound.Workers;

    public virtual Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) => Sound.Submit(job, argument, cancellationToken);

    public virtual IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    ) => Sound.Stream(job, arguments, chunkSize, cancellationToken);

    public virtual Task Shutdown(bool cancelPending = false) => Sound.Shutdown(cancelPending);

    public virtual ValueTask DisposeAsync() => new(Shutdown());

    /// <summary>Ends the workers, whatever the flaw did about them.</summary>
    public Task EndWorkers() => Sound.Shutdown(cancelPending: true);
}
