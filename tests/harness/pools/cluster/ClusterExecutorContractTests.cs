using Katas.Harness.Executors;
using Katas.Harness.Executors.Contract;
using Katas.Harness.Pools.Cluster.Worker;

namespace Katas.Harness.Pools.Cluster;

[TestFixture(1)]
[TestFixture(3)]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public class ClusterExecutorContractTests(int workers) : ExecutorContract
{
    private readonly ClusterOptions _cluster = BrokerForTests.NewCluster();
    private WorkerSupervisor? _supervisor;

    [OneTimeSetUp]
    public async Task StartWorkers() =>
        _supervisor = await WorkerSupervisor.Start(
            _cluster,
            workers,
            TestContext.Progress.WriteLine
        );

    [OneTimeTearDown]
    public async Task StopWorkers()
    {
        if (_supervisor is not null)
            await _supervisor.DisposeAsync();
    }

    // Every job passes a broker and a disk twice; on a machine that is busy otherwise, two thousand of them one after the other take their time.
    protected override TimeSpan WaitLimit => TimeSpan.FromMinutes(5);

    protected override IExecutor Create()
    {
        IExecutor? executor = null;
        Signals.WaitUntil(
            () => (executor = Connect().GetAwaiter().GetResult()) is not null,
            "an executor that knows of every worker",
            WaitLimit
        );
        return executor!;
    }

    /// <summary>
    /// An executor that knows of every worker, or none: the queue counts a worker only a moment after it was told that it is one, and when it
    /// does not come to answering within 250 ms, the broker says that there is none.
    /// </summary>
    private async Task<IExecutor?> Connect()
    {
        var executor = await ClusterExecutor.Connect(_cluster);
        if (executor.Workers == workers)
            return executor;
        await executor.Shutdown();
        return null;
    }
}
