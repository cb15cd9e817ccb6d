using System.Net;
using System.Net.Sockets;
using Katas.Harness.Pools.Cluster.Worker;

namespace Katas.Harness.Pools.Cluster;

public class NoBrokerTests
{
    [Test]
    public async Task An_address_at_which_nobody_answers_is_named()
    {
        // Taken, so that nobody else comes to listen there.
        using var nobody = new Socket(
            AddressFamily.InterNetwork,
            SocketType.Stream,
            ProtocolType.Tcp
        );
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var address = $"amqp://{nobody.LocalEndPoint}";

        var thrown = await Assert.CatchAsync<NoBrokerException>(() =>
            ClusterExecutor.Connect(new ClusterOptions(new Uri(address)))
        );

        Assert.That(thrown!.Message, Does.Contain($"No broker answers at {address}"));
        Assert.That(thrown.MayCome, Is.True);
    }

    [Test]
    public async Task A_broker_that_does_not_let_us_in_is_not_asked_again()
    {
        var stranger = new UriBuilder(BrokerForTests.NewCluster().Broker)
        {
            UserName = "stranger",
            Password = "none",
        }.Uri;

        var thrown = await Assert.CatchAsync<NoBrokerException>(() =>
            ClusterExecutor.Connect(new ClusterOptions(stranger))
        );

        Assert.That(thrown!.Message, Does.Contain("does not let 'stranger' in"));
        Assert.That(thrown.MayCome, Is.False);
        Assert.That(
            await WorkerCommand.Run(["--broker", stranger.AbsoluteUri, "--workers", "1"]),
            Is.EqualTo(1)
        );
    }

    [TestCase]
    [TestCase("--workers", "2")]
    [TestCase("--broker")]
    [TestCase("--broker", "localhost")]
    [TestCase("--broker", "http://localhost")]
    [TestCase("--broker", "amqp://localhost", "--workers", "0")]
    [TestCase("--broker", "amqp://localhost", "--workers", "many")]
    [TestCase("--brocker", "amqp://localhost")]
    public async Task The_worker_program_does_not_guess(params string[] arguments) =>
        Assert.That(await WorkerCommand.Run(arguments), Is.EqualTo(2));

    [Test]
    public async Task A_job_that_needs_its_object_is_refused_with_the_reason()
    {
        var cluster = BrokerForTests.NewCluster();
        await using var executor = await ClusterExecutor.Connect(cluster);
        var offset = 3;

        var thrown = Assert.Throws<ArgumentException>(() =>
            executor.Submit((n, _) => n + offset, 1)
        );

        Assert.That(thrown!.Message, Does.Contain("captures variables"));
        await executor.Shutdown();
        await BrokerForTests.Remove(cluster);
    }
}
