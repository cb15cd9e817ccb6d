namespace Katas.Harness.Pools.Broker;

/// <summary>A broker's address as people write it.</summary>
public static class BrokerAddress
{
    /// <summary>The segments of a path: the first is the slash.</summary>
    private const int OneVirtualHost = 2;

    /// <summary>Reads an address.</summary>
    /// <param name="text">What was written, for example <c>amqp://guest:guest@localhost:5672</c>.</param>
    /// <param name="source">Where it was written, for the message: an option or an environment variable.</param>
    /// <exception cref="FormatException">It is no broker's address; the message says what one looks like.</exception>
    public static Uri Parse(string text, string source) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "amqp" or "amqps"
        && uri.Host.Length > 0
        && uri.Segments.Length <= OneVirtualHost
            ? uri
            : throw new FormatException(
                $"{source} is '{WithoutPassword(text)}', which is no broker's address. It looks like amqp://guest:guest@localhost:5672."
            );

    /// <summary>What is printed may be read by others. A password that is not written as it should be may hold anything, up to the last @.</summary>
    private static string WithoutPassword(string text)
    {
        var end = text.LastIndexOf('@');
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var start = text.IndexOf(':', scheme < 0 ? 0 : scheme + 1 + "//".Length);
        return start < 0 || start > end ? text : $"{text[..start]}:***{text[end..]}";
    }
}
