using Katas.Harness.Executors;
using Katas.Harness.Executors.Contract;
using Katas.Harness.Jobs;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Pools.Cluster.Worker;

namespace Katas.Harness.Pools.Cluster;

/// <summary>The limits of a cluster: what it does not carry, and connections that do not come back.</summary>
public class ClusterLimitTests
{
    private const int Limit = 16 * 1024 * 1024;
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(90);

    /// <summary>JSON puts quotation marks around a text.</summary>
    private const int LongestText = Limit - 2;

    [Test]
    public async Task An_argument_above_the_limit_is_refused_and_one_at_the_limit_is_not()
    {
        await using var cluster = await LocalCluster.Start(1, TestContext.Progress.WriteLine);

        var fits = cluster.Submit(FaultJobs.Length, new string('x', LongestText));
        var thrown = await Assert.CatchAsync<ArgumentException>(() =>
            cluster.Submit(FaultJobs.Length, new string('x', LongestText + 1)).WaitAsync(WaitLimit)
        );

        Assert.That(
            thrown!.Message,
            Does.Contain($"{Limit + 1} bytes").And.Contain($"limit of a cluster is {Limit}")
        );
        Assert.That(await fits.WaitAsync(WaitLimit), Is.EqualTo(LongestText));
    }

    [Test]
    public async Task A_result_above_the_limit_fails_its_job_and_one_at_the_limit_arrives()
    {
        await using var cluster = await LocalCluster.Start(1, TestContext.Progress.WriteLine);

        var fits = cluster.Submit(FaultJobs.Letters, LongestText);
        var tooLarge = cluster.Submit(FaultJobs.Letters, LongestText + 1);
        var chunk = cluster.Map(FaultJobs.Letters, [Limit / 2, Limit / 2], chunkSize: 2);

        Assert.That((await fits.WaitAsync(WaitLimit)).Length, Is.EqualTo(LongestText));
        foreach (var future in (Task[])[tooLarge, chunk])
        {
            var thrown = await Assert.CatchAsync<RemoteJobException>(() =>
                future.WaitAsync(WaitLimit)
            );
            Assert.That(
                thrown!.RemoteMessage,
                Does.Contain("The result has").And.Contain($"limit of a cluster is {Limit}")
            );
        }
        Assert.That(
            await cluster.Submit(FaultJobs.Square, 3).WaitAsync(WaitLimit),
            Is.EqualTo(9),
            "Expected the cluster to go on with the next job."
        );
    }

    [Test]
    public async Task A_job_that_reads_the_console_finds_its_end()
    {
        await using var cluster = await LocalCluster.Start(1, TestContext.Progress.WriteLine);

        var read = cluster.Submit(FaultJobs.ReadConsole, 0);

        Assert.That(await read.WaitAsync(WaitLimit), Is.Null);
    }

    [Test]
    public async Task Workers_that_come_after_the_executor_count_from_the_next_stream_on()
    {
        var cluster = BrokerForTests.NewCluster();
        await using (var executor = await ClusterExecutor.Connect(cluster))
        {
            var before = executor.Workers;

            await using var supervisor = await WorkerSupervisor.Start(
                cluster,
                3,
                TestContext.Progress.WriteLine
            );
            // The queue counts a worker only a moment after it was told that it is one, so more than one stream may be needed.
            Signals.WaitUntil(
                () =>
                {
                    executor
                        .Map(FaultJobs.Square, [1])
                        .WaitAsync(WaitLimit)
                        .GetAwaiter()
                        .GetResult();
                    return executor.Workers == 3;
                },
                "a stream that knows of every worker",
                WaitLimit
            );

            Assert.That(before, Is.EqualTo(1), "No worker was there, and an executor says 1 then.");
        }
        await BrokerForTests.Remove(cluster);
    }

    [Test]
    public async Task Once_the_broker_lets_an_executor_in_no_more_its_jobs_fail_and_it_can_be_disposed_of()
    {
        if (BrokerInstall.Find() is not { } install)
        {
            Assert.Ignore(
                "Changes a broker of its own, so it needs one on this machine: "
                    + BrokerInstall.Advice
            );
            return;
        }
        await using var broker = await LocalBroker.Start(install);
        var executor = await ClusterExecutor.Connect(new ClusterOptions(broker.Address));
        var before = executor.Submit(FaultJobs.Square, 1);

        await broker.Kill();
        await ResumeClosedToAll(broker);

        await Assert.CatchAsync<NoBrokerException>(() => before.WaitAsync(WaitLimit));
        var thrown = await Assert.CatchAsync<NoBrokerException>(() =>
            executor.Submit(FaultJobs.Square, 2).WaitAsync(WaitLimit)
        );
        Assert.That(thrown!.Message, Does.Contain("does not let 'guest' in"));
        await executor.DisposeAsync().AsTask().WaitAsync(WaitLimit);
    }

    /// <summary>Starts a killed broker again, without anything that would recognize a user.</summary>
    private static async Task ResumeClosedToAll(LocalBroker broker)
    {
        const string variable = "RABBITMQ_ADVANCED_CONFIG_FILE";
        var settings = Path.Combine(broker.DataFolder, "advanced.config");
        await File.WriteAllTextAsync(settings, "[{rabbit, [{auth_backends, []}]}].\n");
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, settings);
        try
        {
            await broker.Resume();
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }
}
