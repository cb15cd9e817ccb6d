using Katas.Harness.Probes;

namespace Katas.WaitingWithoutAThread;

internal static class LogText
{
    /// <summary>What happened, in its order, for one line of a message.</summary>
    public static string InOneLine(this EventLog log) => $"Seen: {log.Steps()}";

    /// <summary>What happened, in its order.</summary>
    public static string Steps(this EventLog log) =>
        log.Entries.Count == 0
            ? "nothing."
            : $"{string.Join(", ", log.Entries.Select(entry => entry.What))}.";
}
