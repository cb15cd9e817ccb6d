// right: asks for one order after the other, with a short pause when there is none
using System.Text;
using RabbitMQ.Client;

namespace Katas.ManyShops;

public static class Shop
{
    public static async Task Work(
        IConnection broker,
        ShopQueues queues,
        Func<Order, Task<string>> cook,
        CancellationToken cancellationToken
    )
    {
        await using var channel = await broker.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true
            )
        );
        while (!cancellationToken.IsCancellationRequested)
        {
            var message = await channel.BasicGetAsync(queues.Orders, autoAck: false);
            if (message is null)
            {
                await Task.Delay(20);
                continue;
            }
            var order = new Order(
                message.BasicProperties.MessageId!,
                Encoding.UTF8.GetString(message.Body.Span)
            );
            string bowl;
            try
            {
                bowl = await cook(order);
            }
            catch
            {
                await channel.BasicNackAsync(message.DeliveryTag, false, requeue: true);
                continue;
            }
            await channel.BasicPublishAsync(
                "",
                queues.Bowls,
                mandatory: true,
                new BasicProperties
                {
                    CorrelationId = order.Id,
                    DeliveryMode = DeliveryModes.Persistent,
                },
                Encoding.UTF8.GetBytes(bowl)
            );
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        }
    }
}
