using Katas.Harness.Probes;

namespace Katas.WaitingWithoutAThread;

internal static class LogText
{
    /// <summary>What happened, in its order, for one line of a message.</summary>
    public static string InOneLine(this EventLog log) =>
        log.Entries.Count == 0
            ? "Seen: nothing."
            : $"Seen: {string.Join(", ", log.Entries.Select(entry => entry.What))}.";
}
