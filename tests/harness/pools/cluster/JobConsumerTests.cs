using System.Text;
using Katas.Harness.Probes;
using RabbitMQ.Client;

namespace Katas.Harness.Pools.Cluster.Worker;

public class JobConsumerTests
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(60);

    private ClusterOptions _cluster = null!;
    private IConnection _connection = null!;
    private IChannel _channel = null!;

    [SetUp]
    public async Task Connect()
    {
        _cluster = BrokerForTests.NewCluster();
        _connection = await new BrokerLink(_cluster, "test").Connect(CancellationToken.None);
        _channel = await _connection.CreateChannelAsync();
        await ClusterTopology.Declare(_channel, _cluster, CancellationToken.None);
    }

    [TearDown]
    public async Task Disconnect()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
        await BrokerForTests.Remove(_cluster);
    }

    [Test]
    public async Task A_subscription_that_is_under_way_when_the_worker_stops_does_not_stay()
    {
        for (var round = 0; round < 20; round++)
        {
            var jobs = new JobConsumer(_cluster);

            await Task.WhenAll(jobs.Begin(_channel, CancellationToken.None), jobs.Stop())
                .WaitAsync(WaitLimit);
        }

        // A queue counts its consumers a moment after it was told of them.
        uint left = 1;
        await Eventually.Holds(
            () => (left = Consumers()) == 0,
            "the queue of jobs to have no consumers",
            WaitLimit
        );
        Assert.That(left, Is.Zero);

        uint Consumers() =>
            _channel.QueueDeclarePassiveAsync(_cluster.Jobs).GetAwaiter().GetResult().ConsumerCount;
    }

    [Test]
    public async Task A_consumer_that_is_stopped_does_not_begin_again()
    {
        var jobs = new JobConsumer(_cluster);
        await jobs.Stop().WaitAsync(WaitLimit);

        await jobs.Begin(_channel, CancellationToken.None).WaitAsync(WaitLimit);
        await Publish("job");

        Assert.That(await Count(jobs), Is.Zero);
    }

    [Test]
    public async Task What_was_delivered_before_the_stop_still_comes()
    {
        var jobs = new JobConsumer(_cluster);
        await Publish("job");
        await jobs.Begin(_channel, CancellationToken.None).WaitAsync(WaitLimit);
        var deliveries = jobs.Deliveries.GetAsyncEnumerator();
        Assert.That(await deliveries.MoveNextAsync().AsTask().WaitAsync(WaitLimit), Is.True);

        await jobs.Stop().WaitAsync(WaitLimit);

        Assert.That(deliveries.Current.Job, Is.EqualTo("job"));
        Assert.That(await deliveries.MoveNextAsync().AsTask().WaitAsync(WaitLimit), Is.False);
    }

    [Test]
    public async Task A_stop_does_not_wait_for_a_connection_that_is_broken()
    {
        var jobs = new JobConsumer(_cluster);
        await jobs.Begin(_channel, CancellationToken.None).WaitAsync(WaitLimit);
        await _channel.CloseAsync();

        await jobs.Stop().WaitAsync(WaitLimit);

        Assert.That(await Count(jobs), Is.Zero);
    }

    private async Task Publish(string id) =>
        await _channel.BasicPublishAsync(
            exchange: "",
            routingKey: _cluster.Jobs,
            mandatory: true,
            new BasicProperties { MessageId = id, DeliveryMode = DeliveryModes.Persistent },
            Encoding.UTF8.GetBytes("1")
        );

    private static async Task<int> Count(JobConsumer jobs)
    {
        var count = 0;
        await foreach (var _ in jobs.Deliveries)
            count++;
        return count;
    }
}
