using Katas.Harness.Executors;

namespace Katas.Harness.Pools.Processes;

/// <summary>A part of a stream: some neighbouring arguments.</summary>
internal sealed class ChunkJob<TArgument, TResult>(
    PoolMethod method,
    TArgument[] arguments,
    CancellationToken cancellationToken
) : TypedPoolJob<TArgument, TResult, Chunk<TResult>>(method, arguments, cancellationToken)
{
    private protected override Chunk<TResult> Make(Chunk<TResult> chunk) => chunk;
}
