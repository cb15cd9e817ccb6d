using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>A single job: its future carries the result.</summary>
internal sealed class SingleJob<TResult> : ClusterJob<TResult>
{
    protected override void Succeed(ReadOnlySpan<byte> result) =>
        Succeed(JobJson.Read<TResult>(result));

    protected override void Fail(FailedAnswer answer) =>
        Fail(new RemoteJobException(answer.Failure));
}
