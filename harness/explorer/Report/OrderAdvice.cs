using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>Says of accesses that took effect out of order what would order them.</summary>
internal static class OrderAdvice
{
    public static IEnumerable<string> For(Recorder recorder, Naming naming, Execution execution)
    {
        var rows = Rows.Of(recorder);
        return rows.Where(row => row.OutOfOrder is not null)
            .Select(row => For(row, rows, naming, execution.Trace))
            .Distinct(StringComparer.Ordinal);
    }

    private static string For(Row row, List<Row> rows, Naming naming, Trace trace)
    {
        var missed = row.OutOfOrder!.NewerEvent;
        var before = rows.FindAll(other =>
            !other.IsSwitch && other.Fiber == row.Fiber && other.Event < row.Event
        );
        // What has told the thread that the write was done, without making it see the write.
        if (
            before.Find(other =>
                other.Location is not null && trace.HappenedBefore(missed, other.Event)
            ) is
            { Location: { } flag } signal
        )
            return Signal(row, rows, signal, naming.Of(flag), trace);
        var at = Name(rows, row);
        if (before.FindLast(other => other.Location != row.Location && IsWrite(other)) is { } write)
            return $"to order it: a full fence (Interlocked.MemoryBarrier) between {Name(rows, write)} and {at}, and one in the other thread, too; or one lock around both. Volatile alone lets a read overtake a write.";
        return row.Kind == OperationKind.Read
            ? $"to order it: take the lock that the writer holds before {at}, or read with Interlocked."
            : $"to order it: make the write in {at} volatile, or take a lock around both.";
    }

    private static string Signal(Row row, List<Row> rows, Row signal, string flag, Trace trace)
    {
        var writer = rows.FindLast(other =>
            !other.IsSwitch
            && other.Event < signal.Event
            && other.Location == signal.Location
            && IsWrite(other)
            && other.Fiber != row.Fiber
        );
        var sides = new List<string>();
        if (writer is not null && !IsOrdered(trace[writer.Event]))
            sides.Add($"the write in {Name(rows, writer)}");
        if (!IsOrdered(trace[signal.Event]))
            sides.Add($"the {(IsWrite(signal) ? "write" : "read")} in {Name(rows, signal)}");
        return sides.Count == 0
            ? $"to order it: a lock around what belongs together, or a full fence before {Name(rows, row)}."
            : $"to order it: {string.Join(" and ", sides)} of {flag} must be volatile (or a lock around both sides): who reads the new value then sees what was written before it.";
    }

    private static bool IsWrite(Row row) =>
        row.Kind == OperationKind.Write && row.Location is not null;

    private static bool IsOrdered(in Event step) =>
        step.IsFence || !step.IsPlain || SiteMaps.Site(step.Site).IsVolatile;

    private static string Name(List<Row> rows, Row row) =>
        $"row {Schedule.Number(rows.IndexOf(row))}";
}
