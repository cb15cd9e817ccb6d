using System.Globalization;
using System.Text;

namespace Katas.Harness.Explorer.Linearizability;

/// <summary>A history that no order explains, for the report.</summary>
internal static class HistoryText
{
    private const int MostOrders = 8;
    private const int Moment = 3;

    /// <summary>The calls with their results, each as a bar from its begin to its end, and why each order is none.</summary>
    public static string Of(IReadOnlyList<Call> calls, SequentialOrders orders)
    {
        var rows = calls
            .OrderBy(call => call.Thread)
            .ThenBy(call => call.Start)
            .Select(call => (Call: call, Text: $"{call.Name}{call.Result}"))
            .ToList();
        var width = rows.Max(row => row.Text.Length);
        var text = new StringBuilder();
        foreach (var (call, what) in rows)
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"  thread {call.Thread + 1}   {what.PadRight(width)}   "
                )
                .Append(' ', call.Start * Moment)
                .Append('|')
                .Append('-', (call.End - call.Start) * Moment - 1)
                .Append("|\n");
        }
        text.Append("\n  Calls one after the other never answer so:\n");
        var refutations = orders.Refutations(calls).Distinct(StringComparer.Ordinal).ToList();
        foreach (var refutation in refutations.Take(MostOrders))
            text.Append("    ").Append(refutation).Append('\n');
        if (refutations.Count > MostOrders)
            text.Append(
                CultureInfo.InvariantCulture,
                $"    and {refutations.Count - MostOrders} other orders\n"
            );
        return text.ToString();
    }
}
