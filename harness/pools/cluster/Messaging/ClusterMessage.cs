using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace Katas.Harness.Pools.Cluster;

/// <summary>What the messages of a cluster say besides their body: their types and headers, shared by executors and workers.</summary>
internal static class ClusterMessage
{
    /// <summary>How many bytes a body has at most. RabbitMQ 4 takes no larger message, unless its <c>max_message_size</c> says so, and closes the channel.</summary>
    public const int LargestBody = 16 * 1024 * 1024;

    /// <summary>A job: the body is its argument, the header <see cref="Method"/> says what to call, the message id is the job's.</summary>
    public const string One = "job";

    /// <summary>A chunk: the body is a list of arguments.</summary>
    public const string Many = "chunk";

    /// <summary>A worker has begun with a job. Nobody depends on this one, so it may get lost.</summary>
    public const string Started = "started";

    /// <summary>A job's result is the body.</summary>
    public const string Value = "value";

    /// <summary>A job threw; the body is a <see cref="FailedAnswer"/>.</summary>
    public const string Failed = "failed";

    /// <summary>A job was asked to stop, and did.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>To the workers: this job was cancelled or, without a message id, every job of this executor.</summary>
    public const string Cancel = "cancel";

    /// <summary>The header that says what to call.</summary>
    public const string Method = "katas-method";

    /// <summary>The header in which the broker says why it set a message aside.</summary>
    private const string Death = "x-death";

    /// <summary>Says that a body is too large, and what to do.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="bytes">How large it is.</param>
    public static string TooLarge(string what, int bytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The {what} has {bytes} bytes as JSON; the limit of a cluster is {LargestBody}. Hand over less at once (with chunks, a smaller chunkSize), or put it into a file and hand over its path."
        );

    public static string? Header(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers is { } headers
        && headers.TryGetValue(name, out var value)
        && value is byte[] text
            ? Encoding.UTF8.GetString(text)
            : null;

    public static bool WasSetAside(IReadOnlyBasicProperties properties) =>
        properties.Headers?.ContainsKey(Death) ?? false;
}
