namespace Katas.Harness.Pools.Broker;

/// <summary>A broker's address as people write it.</summary>
public static class BrokerAddress
{
    /// <summary>Reads an address.</summary>
    /// <param name="text">What was written, for example <c>amqp://guest:guest@localhost:5672</c>.</param>
    /// <param name="source">Where it was written, for the message: an option or an environment variable.</param>
    /// <exception cref="FormatException">It is no broker's address; the message says what one looks like.</exception>
    public static Uri Parse(string text, string source) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"
            ? uri
            : throw new FormatException(
                $"{source} is '{text}', which is no broker's address. It looks like amqp://guest:guest@localhost:5672."
            );
}
