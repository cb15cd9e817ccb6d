using Katas.Harness.Probes;

namespace Katas.WaitingWithoutAThread;

internal static class LogText
{
    /// <summary>What happened, in its order, for one line of a message.</summary>
    public static string InOneLine(this EventLog log) => $"Seen: {log.InWords()}";

    /// <summary>The same, where "Seen:" is written already.</summary>
    public static string InWords(this EventLog log) =>
        log.Entries.Count == 0
            ? "nothing."
            : $"{string.Join(", ", log.Entries.Select(entry => entry.What))}.";
}
