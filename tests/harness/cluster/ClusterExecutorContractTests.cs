using Katas.Harness.Cluster.Worker;
using Katas.Harness.Executors;
using Katas.Harness.Executors.Contract;

namespace Katas.Harness.Cluster;

[TestFixture(1)]
[TestFixture(3)]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public class ClusterExecutorContractTests(int workers) : ExecutorContract
{
    private readonly ClusterOptions _cluster = BrokerForTests.NewCluster();
    private WorkerCrew? _crew;

    [OneTimeSetUp]
    public async Task StartWorkers() =>
        _crew = await WorkerCrew.Start(_cluster, workers, TestContext.Progress.WriteLine);

    [OneTimeTearDown]
    public async Task StopWorkers()
    {
        if (_crew is not null)
            await _crew.DisposeAsync();
    }

    // Every job passes a broker and a disk twice; on a machine that is busy otherwise, two thousand of them one after the other take their time.
    protected override TimeSpan Patience => TimeSpan.FromSeconds(90);

    protected override IExecutor Create() =>
        ClusterExecutor.Connect(_cluster).GetAwaiter().GetResult();
}
