using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Katas.Harness.Pools.Cluster.Worker;

#pragma warning disable CA1001 // The semaphore's wait handle is never used, so there is nothing to dispose of.
/// <summary>A worker's subscription to the cluster's queue of jobs: begun again on every connection, and stopped once.</summary>
internal sealed class JobConsumer(ClusterOptions options)
#pragma warning restore CA1001
{
    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();

    // Begin and Stop are one after the other: a subscription that is under way when the worker is asked to stop is cancelled, too.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Subscription? _subscription;
    private bool _isStopped;

    /// <summary>What the broker delivers; ends when the consumer is stopped and the last delivery has come.</summary>
    public IAsyncEnumerable<Delivery> Deliveries =>
        _deliveries.Reader.ReadAllAsync(CancellationToken.None);

    /// <summary>Subscribes on a channel, unless the consumer is stopped.</summary>
    public async Task Begin(IChannel channel, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isStopped)
                _subscription = await Subscribe(channel, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes no more jobs, now or on another channel. A job that the broker has delivered by then still comes.</summary>
    public async Task Stop()
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            _isStopped = true;
            if (_subscription is { } subscription)
                await subscription.Cancel().ConfigureAwait(false);
        }
        catch (Exception e) when (BrokerLink.IsBroken(e))
        {
            // Without a connection there are no deliveries either.
        }
        finally
        {
            _deliveries.Writer.TryComplete();
            _turn.Release();
        }
    }

    private async Task<Subscription> Subscribe(
        IChannel channel,
        CancellationToken cancellationToken
    )
    {
        // One job in hand at a time. What a worker that dies has in hand counts as what killed it, so no other job may be there.
        await channel
            .BasicQosAsync(0, prefetchCount: 1, global: false, cancellationToken)
            .ConfigureAwait(false);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            _deliveries.Writer.TryWrite(Delivery.From(channel, message));
            return Task.CompletedTask;
        };
        consumer.UnregisteredAsync += (_, _) => End();
        consumer.ShutdownAsync += (_, _) => End();
        var tag = await channel
            .BasicConsumeAsync(options.Jobs, autoAck: false, consumer, cancellationToken)
            .ConfigureAwait(false);
        return new Subscription(channel, tag, ended.Task);

        Task End()
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        }
    }

    /// <param name="Channel">Where it was made.</param>
    /// <param name="Tag">Its name there.</param>
    /// <param name="Ended">Completes after its last delivery was handled.</param>
    private sealed record Subscription(IChannel Channel, string Tag, Task Ended)
    {
        public async Task Cancel()
        {
            if (!Channel.IsOpen)
                return;
            await Channel
                .BasicCancelAsync(Tag, cancellationToken: CancellationToken.None)
                .ConfigureAwait(false);
            await Ended.ConfigureAwait(false);
        }
    }
}
