using System.Diagnostics;
using Katas.Harness.Pools.Processes;
using Katas.Harness.Probes;

namespace Katas.Harness.Pools.Broker;

public class LocalBrokerTests
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(30);

    /// <summary>In the job's process: keeps the broker reachable, so that the garbage collector does not end it before its owner is killed.</summary>
    private static object? s_left;

    /// <summary>What a job returns about the broker that it has started.</summary>
    public sealed record Started(int Owner, int Broker, string Folder);

    [Test]
    public async Task A_broker_goes_when_its_owner_is_killed_and_leaves_nothing()
    {
        if (BrokerInstall.Find() is null)
            Assert.Ignore(BrokerInstall.Advice);
        await using var owners = new ProcessPoolExecutor(1);
        var started = await owners.Submit(StartAndLeave, 0);
        var broker = ProcessProbe.Watch(started.Broker, WaitLimit);
        Assert.That(broker.IsAlive, Is.True);
        Assert.That(Directory.Exists(started.Folder), Is.True);

        using (var owner = Process.GetProcessById(started.Owner))
            owner.Kill();

        await broker.WaitUntilGone();
        Assert.That(
            () => Directory.Exists(started.Folder),
            Is.False.After((int)WaitLimit.TotalMilliseconds, 50),
            "Expected the folder of the broker to go with it."
        );
    }

    [Test]
    public void A_machine_without_a_broker_is_told_what_to_do()
    {
        Assert.That(BrokerInstall.Find([], []), Is.Null);
        Assert.That(
            BrokerInstall.Advice,
            Does.StartWith("needs RabbitMQ: ").And.Contain(SharedBroker.Variable)
        );
    }

    [TestCase(true, false, "", "docker run")]
    [TestCase(false, true, "", "brew install rabbitmq (or set KATAS_BROKER)")]
    [TestCase(
        false,
        false,
        "apt-get",
        "sudo apt-get install rabbitmq-server (or set KATAS_BROKER)"
    )]
    [TestCase(false, false, "dnf", "sudo dnf install rabbitmq-server (or set KATAS_BROKER)")]
    [TestCase(false, false, "", "your system's package")]
    public void The_advice_fits_the_system(bool isWindows, bool isMac, string has, string advice) =>
        Assert.That(
            BrokerInstall.AdviceFor(isWindows, isMac, program => program == has),
            Does.StartWith("needs RabbitMQ: ").And.Contain(advice)
        );

    [Test]
    public async Task A_broker_that_does_not_start_is_an_error_with_its_last_lines_of_output()
    {
        var folder = Directory.CreateTempSubdirectory("katas-no-broker-").FullName;
        var broken = Path.Combine(folder, "rabbitmq-server");
        await File.WriteAllTextAsync(broken, "#!/bin/sh\necho no room on the stove\nexit 3\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(broken, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var thrown = await Assert.CatchAsync<BrokerStartException>(() =>
            LocalBroker.Start(new BrokerInstall(broken, "true"))
        );

        Assert.That(thrown!.Message, Does.Contain("no room on the stove"));
        Directory.Delete(folder, recursive: true);
    }

    public static Started StartAndLeave(int unused, CancellationToken cancellationToken)
    {
        var broker = LocalBroker
            .Start(BrokerInstall.Find()!, cancellationToken)
            .GetAwaiter()
            .GetResult();
        s_left = broker;
        return new Started(Environment.ProcessId, broker.ProcessId!.Value, broker.DataFolder);
    }
}
