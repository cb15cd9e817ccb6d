using RabbitMQ.Client;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>Sends what a worker has to say about its jobs to the executors that wait for them.</summary>
/// <param name="worker">What the worker is called.</param>
/// <param name="channel">The channel to publish on.</param>
/// <param name="onTrouble">Is told why an answer could not be sent; it is sent again.</param>
internal sealed class AnswerPublisher(
    string worker,
    CurrentChannel channel,
    Action<Exception> onTrouble
)
{
    /// <summary>Says that the worker has begun with a job.</summary>
    public async Task PublishStarted(Delivery delivery)
    {
        var answer = new Answer(ClusterMessage.Started, default);
        try
        {
            await Publish(delivery.Channel, delivery, answer, DeliveryModes.Transient)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (BrokerLink.IsBroken(e))
        {
            // The job goes on; its answer is sent on another connection.
        }
    }

    /// <summary>Publishes the answer until the broker has confirmed it, and only then acknowledges the job.</summary>
    /// <param name="delivery">The job.</param>
    /// <param name="answer">What became of it.</param>
    /// <param name="giveUp">Gives up while there is no connection: the broker still has the job, and hands it to another worker.</param>
    public async Task Report(Delivery delivery, Answer answer, CancellationToken giveUp)
    {
        while (true)
        {
            try
            {
                var current = await channel.Get(giveUp).ConfigureAwait(false);
                await Publish(current, delivery, answer, DeliveryModes.Persistent)
                    .ConfigureAwait(false);
                if (delivery.Channel.IsOpen)
                    await delivery.Acknowledge().ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (BrokerLink.IsBroken(e))
            {
                onTrouble(e);
            }
        }
    }

    private Task Publish(IChannel on, Delivery delivery, Answer answer, DeliveryModes mode) =>
        on.BasicPublishAsync(
                exchange: "",
                routingKey: delivery.Executor,
                mandatory: false,
                new BasicProperties
                {
                    Type = answer.Type,
                    CorrelationId = delivery.Job,
                    AppId = worker,
                    DeliveryMode = mode,
                },
                answer.Body
            )
            .AsTask();
}
