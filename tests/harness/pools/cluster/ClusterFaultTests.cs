using System.Diagnostics;
using Katas.Harness.Executors.Contract;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Pools.Cluster.Worker;

namespace Katas.Harness.Pools.Cluster;

/// <summary>What happens to jobs when workers die and connections break. Real processes are killed, on a real broker.</summary>
public class ClusterFaultTests
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(90);

    private ClusterOptions _cluster = null!;
    private readonly List<ClusterExecutor> _executors = [];
    private string _folder = "";

    [SetUp]
    public void Begin()
    {
        _cluster = BrokerForTests.NewCluster();
        _folder = Directory.CreateTempSubdirectory("katas-cluster-").FullName;
    }

    [TearDown]
    public async Task End()
    {
        // Jobs that a failed test has left are not waited for.
        foreach (var executor in _executors)
            await executor.Shutdown(cancelPending: true).WaitAsync(WaitLimit);
        _executors.Clear();
        Directory.Delete(_folder, recursive: true);
        await BrokerForTests.Remove(_cluster);
    }

    [Test]
    public async Task A_job_whose_worker_is_killed_is_run_by_another()
    {
        await using var workers = await StartWorkers(2);
        var executor = await Connect(_cluster);
        var future = executor.Submit(FaultJobs.Hold, Here());
        Signals.WaitUntil(() => Ran(1), "the job to start", WaitLimit);
        var first = FaultJobs.ProcessesIn(_folder)[0];

        Kill(first);
        Signals.WaitUntil(() => Ran(2), "the job to start again, in another process", WaitLimit);
        Signals.Set(_folder, "open");

        var second = await future.WaitAsync(WaitLimit);
        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That(FaultJobs.ProcessesIn(_folder), Is.EquivalentTo((int[])[first, second]));
        Signals.WaitUntil(
            () => workers.ProcessIds.Count == 2 && !workers.ProcessIds.Contains(first),
            "another worker to take the dead one's place",
            WaitLimit
        );
    }

    [Test]
    public async Task A_job_that_kills_three_workers_is_set_aside_and_no_other_job_suffers()
    {
        await using var workers = await StartWorkers(2);
        var executor = await Connect(_cluster);

        var before = Enumerable.Range(0, 40).Select(n => executor.Submit(FaultJobs.Square, n));
        var innocent = before.ToList();
        var poison = executor.Submit(FaultJobs.Kill, Here());
        innocent.AddRange(
            Enumerable.Range(40, 40).Select(n => executor.Submit(FaultJobs.Square, n))
        );

        var thrown = await Assert.CatchAsync<PoisonJobException>(() => poison.WaitAsync(WaitLimit));
        Assert.That(
            thrown!.Message,
            Does.Contain("3 workers died").And.Contain(_cluster.Name).And.Contain("Kill")
        );
        Assert.That(
            FaultJobs.ProcessesIn(_folder),
            Has.Count.EqualTo(3),
            "Expected the job to have been run three times, in three processes."
        );
        Assert.That(
            await Task.WhenAll(innocent).WaitAsync(WaitLimit),
            Is.EqualTo(Enumerable.Range(0, 80).Select(n => n * n))
        );
        Assert.That(
            await BrokerForTests.ReasonsIn(_cluster),
            Is.EqualTo((string[])["delivery_limit"]),
            "Expected the one job to be kept for inspection, with the broker's reason."
        );
    }

    [Test]
    public async Task Ten_thousand_jobs_over_four_workers_with_one_killed_give_ten_thousand_results()
    {
        const int jobs = 10_000;
        await using var workers = await StartWorkers(4);
        var executor = await Connect(_cluster);
        var watch = Stopwatch.StartNew();

        var futures = Enumerable
            .Range(0, jobs)
            .Select(n => executor.Submit(FaultJobs.Square, n))
            .ToArray();
        await Task.WhenAll(futures.Take(jobs / 5)).WaitAsync(2 * WaitLimit);
        Kill(workers.ProcessIds[0]);
        var results = await Task.WhenAll(futures).WaitAsync(4 * WaitLimit);

        Assert.That(results, Is.EqualTo(Enumerable.Range(0, jobs).Select(n => n * n)));
        await TestContext.Progress.WriteLineAsync(
            $"{jobs} jobs in {watch.Elapsed.TotalSeconds:0.0} s; {executor.Duplicates} results came twice and were counted once."
        );
    }

    [Test]
    public async Task A_job_that_runs_twice_because_its_workers_connection_broke_counts_once()
    {
        using var proxy = FaultInjectingProxy.To(_cluster.Broker);
        await using var workers = await StartWorkers(1, _cluster with { Broker = proxy.Address });
        var executor = await Connect(_cluster);
        var future = executor.Submit(FaultJobs.Hold, Here());
        Signals.WaitUntil(() => Ran(1), "the job to start", WaitLimit);

        proxy.Cut();
        // The broker believes the worker dead and hands the job to another, which is free.
        await using var other = await StartWorkers(1);
        Signals.WaitUntil(() => Ran(2), "the job to start a second time", WaitLimit);
        Signals.Set(_folder, "open");

        Assert.That(
            await future.WaitAsync(WaitLimit),
            Is.AnyOf([.. FaultJobs.ProcessesIn(_folder)])
        );
        Signals.WaitUntil(
            () => executor.Duplicates == 1,
            "the second result of the same job to come, and not to count",
            WaitLimit
        );
    }

    [Test]
    public async Task An_executor_whose_connection_breaks_gets_every_result_on_the_next()
    {
        using var proxy = FaultInjectingProxy.To(_cluster.Broker);
        await using var workers = await StartWorkers(2);
        var executor = await Connect(_cluster with { Broker = proxy.Address });
        var futures = Submit(executor, 0, 300);
        await Task.WhenAll(futures.Take(30)).WaitAsync(WaitLimit);

        proxy.Cut();
        futures.AddRange(Submit(executor, 300, 100));

        Assert.That(
            await Task.WhenAll(futures).WaitAsync(WaitLimit),
            Is.EqualTo(Enumerable.Range(0, 400).Select(n => n * n))
        );
        Assert.That(proxy.Cuts, Is.GreaterThanOrEqualTo(1), "The test did not cut the connection.");
    }

    [Test]
    public async Task An_executor_whose_connection_breaks_in_the_middle_of_a_frame_notices_it()
    {
        using var proxy = FaultInjectingProxy.To(_cluster.Broker);
        await using var workers = await StartWorkers(1);
        var executor = await Connect(_cluster with { Broker = proxy.Address });

        proxy.CutInTheMiddleAfter(2_000);
        var futures = Submit(executor, 0, 300);

        Assert.That(
            await Task.WhenAll(futures).WaitAsync(WaitLimit),
            Is.EqualTo(Enumerable.Range(0, 300).Select(n => n * n))
        );
        Assert.That(proxy.Cuts, Is.GreaterThanOrEqualTo(1), "The test did not cut the connection.");
    }

    [Test]
    public async Task Nothing_is_lost_when_the_broker_is_killed_and_comes_back()
    {
        if (BrokerInstall.Find() is not { } install)
        {
            Assert.Ignore(
                "Kills a broker of its own, so it needs one on this machine: "
                    + BrokerInstall.Advice
            );
            return;
        }
        await using var broker = await LocalBroker.Start(install);
        var cluster = new ClusterOptions(broker.Address);
        await using var workers = await StartWorkers(2, cluster);
        var executor = await Connect(cluster);
        var held = executor.Submit(FaultJobs.Hold, Here());
        var futures = Submit(executor, 0, 300);
        Signals.WaitUntil(() => Ran(1), "the held job to start", WaitLimit);
        await Task.WhenAll(futures.Take(30)).WaitAsync(WaitLimit);
        Signals.WaitUntil(
            () => broker.HasNotedQuorumQueue(cluster.Jobs),
            "the broker to note on its disk that it has a queue of jobs",
            WaitLimit
        );

        await broker.Kill();
        futures.AddRange(Submit(executor, 300, 100));
        Signals.Set(_folder, "open");
        await broker.Resume();

        Assert.That(
            await Task.WhenAll(futures).WaitAsync(2 * WaitLimit),
            Is.EqualTo(Enumerable.Range(0, 400).Select(n => n * n))
        );
        Assert.That(
            await held.WaitAsync(WaitLimit),
            Is.AnyOf([.. FaultJobs.ProcessesIn(_folder)]),
            "Expected the job that ran while the broker was away to have its result too."
        );
    }

    private async Task<ClusterExecutor> Connect(ClusterOptions cluster)
    {
        var executor = await ClusterExecutor.Connect(cluster);
        _executors.Add(executor);
        return executor;
    }

    private static List<Task<int>> Submit(ClusterExecutor executor, int from, int count) =>
        [.. Enumerable.Range(from, count).Select(n => executor.Submit(FaultJobs.Square, n))];

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    private Task<WorkerSupervisor> StartWorkers(int count, ClusterOptions? cluster = null) =>
        WorkerSupervisor.Start(cluster ?? _cluster, count, TestContext.Progress.WriteLine);

    private Place Here() => new(_folder, 0, 0, WaitLimit.TotalSeconds);

    private bool Ran(int times) => FaultJobs.ProcessesIn(_folder).Count == times;
}
