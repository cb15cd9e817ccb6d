using Katas.Harness.Executors;

namespace Katas.BuildThePool.Timing;

/// <summary>The chapter's pool behind the interface of the harness's executors, so that it is timed like them.</summary>
internal sealed class KitchenExecutor(int cooks) : IExecutor
{
    private readonly KitchenPool _pool = new(cooks);

    public string Name => "own pool";

    public int Workers => cooks;

    public Task<TResult> Submit<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) => _pool.Submit(() => job(argument, cancellationToken));

    public IAsyncEnumerable<TResult> Stream<TArgument, TResult>(
        Func<TArgument, CancellationToken, TResult> job,
        IEnumerable<TArgument> arguments,
        int chunkSize = 1,
        CancellationToken cancellationToken = default
    ) =>
        OrderedStream.Run(
            (chunk, token) => _pool.Submit(() => ChunkRun.Run(job, chunk, token)),
            arguments,
            chunkSize,
            4 * cooks,
            cancellationToken
        );

    public Task Shutdown(bool cancelPending = false)
    {
        _pool.Shutdown(cancelPending);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => new(Shutdown());

    /// <summary>One job for each argument by <see cref="KitchenPool.Map"/> itself.</summary>
    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    ) => _pool.Map(job, arguments);
}
