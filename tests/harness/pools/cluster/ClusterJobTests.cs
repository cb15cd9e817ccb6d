using Katas.Harness.Pools.Cluster.Client;

namespace Katas.Harness.Pools.Cluster;

public class ClusterJobTests
{
    [Test]
    public void A_job_that_has_ended_keeps_nothing_registered_with_the_callers_token()
    {
        using var cancellation = new CancellationTokenSource();
        var job = NewJob(cancellation.Token);
        var calls = 0;

        job.Fail(new FormatException("ended before it was watched"));
        job.OnCancelled(_ => calls++);
        cancellation.Cancel();

        Assert.That(calls, Is.Zero);
    }

    [Test]
    public void A_job_that_has_not_ended_is_told_that_its_token_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var job = NewJob(cancellation.Token);
        ClusterJob? cancelled = null;

        job.OnCancelled(it => cancelled = it);
        cancellation.Cancel();

        Assert.That(cancelled, Is.SameAs(job));
    }

    private static SingleJob<int> NewJob(CancellationToken cancellationToken) =>
        new()
        {
            Number = 1,
            Method = "",
            Argument = [],
            IsChunk = false,
            CancellationToken = cancellationToken,
        };
}
