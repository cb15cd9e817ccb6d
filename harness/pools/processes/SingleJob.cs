using Katas.Harness.Executors;

namespace Katas.Harness.Pools.Processes;

/// <summary>One submitted job.</summary>
internal sealed class SingleJob<TArgument, TResult>(
    PoolMethod method,
    TArgument argument,
    CancellationToken cancellationToken
) : TypedPoolJob<TArgument, TResult, TResult>(method, [argument], cancellationToken)
{
    private protected override TResult Make(Chunk<TResult> chunk)
    {
        chunk.Failure?.Throw();
        return chunk.Results[0];
    }
}
