using System.Text;
using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>What a test reads of a message.</summary>
internal sealed record Message(string MessageId, string CorrelationId, bool Persistent, string Text)
{
    public static Message Of(BasicGetResult result) =>
        new(
            result.BasicProperties.MessageId ?? "(no message id)",
            result.BasicProperties.CorrelationId ?? "(no correlation id)",
            result.BasicProperties.Persistent,
            Encoding.UTF8.GetString(result.Body.Span)
        );
}
