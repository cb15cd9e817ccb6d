namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>A <see cref="WorkerMessage"/> as a line of its own. It is meant for programs only: what people read is written beside it, in any words.</summary>
internal static class WorkerMessageLine
{
    private const string Prefix = "#katas-worker-message ";

    public static string Format(WorkerMessage message) => Prefix + message;

    /// <summary>The message in a line; <see langword="null"/> for any other line.</summary>
    public static WorkerMessage? Parse(string line) =>
        line.StartsWith(Prefix, StringComparison.Ordinal)
        && Enum.TryParse(line.AsSpan(Prefix.Length), out WorkerMessage message)
        && line == Format(message)
            ? message
            : null;
}
