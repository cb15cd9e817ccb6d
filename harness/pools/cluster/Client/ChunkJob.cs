using System.Runtime.ExceptionServices;
using Katas.Harness.Executors;
using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>A chunk: its future carries the results up to the first failure.</summary>
internal sealed class ChunkJob<TResult> : ClusterJob<Chunk<TResult>>
{
    protected override void Succeed(ReadOnlySpan<byte> result) =>
        Succeed(new Chunk<TResult>(JobJson.Read<List<TResult>>(result)));

    protected override void Fail(FailedAnswer answer)
    {
        List<TResult> results = answer.Results is { } until
            ? JobJson.Read<List<TResult>>(JobJson.Write(until))
            : [];
        var failure = ExceptionDispatchInfo.Capture(new RemoteJobException(answer.Failure));
        Succeed(new Chunk<TResult>(results, failure));
    }
}
