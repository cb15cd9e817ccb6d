using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>A job that the broker has handed to this worker.</summary>
/// <param name="Channel">Where it came from, and where alone it can be acknowledged.</param>
/// <param name="Tag">Its number there.</param>
/// <param name="Executor">The queue on which the executor waits for the answer.</param>
/// <param name="Job">Its name at that executor.</param>
/// <param name="Method">What to call, as JSON.</param>
/// <param name="IsChunk">Whether the argument is a list of arguments.</param>
/// <param name="Argument">What to call it with, as JSON.</param>
internal sealed record Delivery(
    IChannel Channel,
    ulong Tag,
    string Executor,
    string Job,
    string Method,
    bool IsChunk,
    byte[] Argument
)
{
    public static Delivery From(IChannel channel, BasicDeliverEventArgs message) =>
        new(
            channel,
            message.DeliveryTag,
            message.BasicProperties.ReplyTo ?? "",
            message.BasicProperties.MessageId ?? "",
            ClusterMessage.Header(message.BasicProperties, ClusterMessage.Method) ?? "",
            message.BasicProperties.Type == ClusterMessage.Many,
            // The library takes its memory back when the handler returns.
            message.Body.ToArray()
        );

    public Task Acknowledge() => Channel.BasicAckAsync(Tag, multiple: false).AsTask();
}
