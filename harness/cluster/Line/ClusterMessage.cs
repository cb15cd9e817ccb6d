using System.Text;
using RabbitMQ.Client;

namespace Katas.Harness.Cluster;

/// <summary>What the messages of a cluster say besides their body: the words in their properties.</summary>
internal static class ClusterMessage
{
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

    /// <summary>To the workers: nobody waits for this job, or for anything of this executor, any more.</summary>
    public const string Forget = "forget";

    /// <summary>The header that says what to call.</summary>
    public const string Method = "katas-method";

    /// <summary>The header in which the broker says why it set a message aside.</summary>
    private const string Death = "x-death";

    public static string? Header(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers is { } headers
        && headers.TryGetValue(name, out var value)
        && value is byte[] text
            ? Encoding.UTF8.GetString(text)
            : null;

    public static bool WasSetAside(IReadOnlyBasicProperties properties) =>
        properties.Headers?.ContainsKey(Death) ?? false;
}
