// right: asks for one bowl after the other, with a short pause when there is none
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Katas.ManyShops;

public static class Ledger
{
    public static async Task<IReadOnlyDictionary<string, string>> Collect(
        Func<CancellationToken, Task<IConnection>> connect,
        ShopQueues queues,
        IReadOnlyCollection<string> orders,
        CancellationToken cancellationToken
    )
    {
        var bowls = new Dictionary<string, string>();
        var missing = new HashSet<string>(orders);
        while (missing.Count > 0)
        {
            await using var broker = await connect(cancellationToken);
            try
            {
                await using var channel = await broker.CreateChannelAsync(
                    cancellationToken: cancellationToken
                );
                while (missing.Count > 0)
                {
                    var bowl = await channel.BasicGetAsync(queues.Bowls, false, cancellationToken);
                    if (bowl is null)
                    {
                        await Task.Delay(20, cancellationToken);
                        continue;
                    }
                    var order = bowl.BasicProperties.CorrelationId ?? "";
                    if (missing.Remove(order))
                        bowls[order] = Encoding.UTF8.GetString(bowl.Body.Span);
                    await channel.BasicAckAsync(bowl.DeliveryTag, false, cancellationToken);
                }
            }
            catch (Exception e) when (e is OperationInterruptedException or IOException)
            {
                // The connection broke. What was not acknowledged comes again.
            }
        }
        return bowls;
    }
}
