using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>The rows of the table: the steps that were recorded, without reads of what never changes, each below the calls that it is part of.</summary>
internal static class Rows
{
    /// <summary>The rows, in order.</summary>
    public static List<Row> Of(Recorder recorder)
    {
        var folded = Folded(recorder);
        var kept = recorder.Rows.Where(row =>
            (row.Location is not null || row.What is not null) && !folded.Contains(row)
        );
        return WithCalls(WithoutIdleSwitches([.. kept]));
    }

    /// <summary>
    /// Reads of a captured variable that nobody changes: it is how the code gets at its objects, and no part of what goes wrong. When no other step
    /// stands in the source, they stay.
    /// </summary>
    public static IReadOnlySet<Row> Folded(Recorder recorder)
    {
        var steps = recorder.Rows.Where(row => row.Location is not null && !row.IsSwitch).ToList();
        var changed = steps
            .Where(row => row.Kind != OperationKind.Read)
            .SelectMany(row => row.Also.Prepend(row.Location!))
            .ToHashSet();
        var folded = steps
            .Where(row =>
                row is { Kind: OperationKind.Read, What: null, OutOfOrder: null }
                && row.Location!.Field > 0
                && SiteMaps.Field(row.Location.Field).IsCaptured
                && !changed.Contains(row.Location)
            )
            .ToHashSet<Row>(ReferenceEqualityComparer.Instance);
        return steps.Exists(row => row.Site != 0 && !folded.Contains(row))
            ? folded
            : new HashSet<Row>();
    }

    /// <summary>Without the switches from or to a thread that then has no step here.</summary>
    private static List<Row> WithoutIdleSwitches(List<Row> rows)
    {
        var kept = new List<Row>();
        foreach (var (index, row) in rows.Index())
        {
            var isIdle =
                row is { IsSwitch: true, Location: null, Site: 0 }
                && (
                    kept.Count == 0
                    || kept[^1].Fiber != row.Fiber
                    || rows.Skip(index + 1).FirstOrDefault(next => !next.IsSwitch) is not { } after
                    || after.Fiber == row.Fiber
                );
            if (!isIdle)
                kept.Add(row);
        }
        return kept;
    }

    /// <summary>With a row above the first step of each call.</summary>
    private static List<Row> WithCalls(List<Row> rows)
    {
        var open = new Dictionary<Fiber, IReadOnlyList<MethodCall>>();
        var operations = new HashSet<Fiber>();
        var plain = PlainAccessors(rows);
        var all = new List<Row>();
        foreach (var row in rows)
        {
            var before = open.GetValueOrDefault(row.Fiber, []);
            // Where a thread is preempted it stays where it was.
            var isStep = !row.IsSwitch || row.Site != 0;
            IReadOnlyList<MethodCall> path = isStep
                ? [.. (row.Call?.Path ?? []).Where(call => !plain.Contains(call))]
                : before;
            // An operation of a history has its own rows, and a name.
            var own = operations.Contains(row.Fiber) ? 1 : 0;
            var common = before
                .Zip(path)
                .TakeWhile(both => ReferenceEquals(both.First, both.Second))
                .Count();
            foreach (var (depth, call) in path.Index().Skip(Math.Max(common, own)))
            {
                all.Add(
                    new Row(row.Fiber, OperationKind.Local, null, null, call.Site)
                    {
                        Call = call,
                        IsCall = true,
                        Depth = depth,
                        Event = -1,
                        Held = all.Count == 0 ? [] : all[^1].Held,
                    }
                );
            }
            open[row.Fiber] = path;
            if (row is { Location.Field: LocationKind.History })
            {
                own = 0;
                if (row.Kind == OperationKind.Read)
                    operations.Add(row.Fiber);
                else
                    operations.Remove(row.Fiber);
            }
            all.Add(row with { Depth = Math.Max(own, path.Count) });
        }
        return all;
    }

    /// <summary>The accessors of which there is one step to tell: it says as much itself.</summary>
    private static HashSet<MethodCall> PlainAccessors(List<Row> rows) =>
        [
            .. rows.SelectMany(row => row.Call?.Path ?? [])
                .CountBy(call => call)
                .Where(calls => calls.Value == 1 && calls.Key.IsOfAccessor)
                .Select(calls => calls.Key),
        ];
}
