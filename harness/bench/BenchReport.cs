using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Katas.Harness.Bench;

/// <summary>Shows rows as a table, and writes them as JSON.</summary>
internal static class BenchReport
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    public static string Json(IReadOnlyList<Row> rows) =>
        JsonSerializer.Serialize(new { rows }, s_json) + "\n";

    public static Table Table(IReadOnlyList<Row> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("what");
        foreach (var column in new[] { "ours", "peer", "ratio", "goal" })
            table.AddColumn(new TableColumn(column).RightAligned());
        table.AddColumn("met");
        table.AddColumn("peer is");
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Name),
                $"{Number(row.Ours)} {Markup.Escape(row.Unit)}",
                row.Peer is { } peer ? $"{Number(peer)} {Markup.Escape(row.Unit)}" : "-",
                row.Ratio is { } ratio ? Number(ratio) : "-",
                $"<= {Number(row.Goal)}",
                row.Met switch
                {
                    true => "[green]yes[/]",
                    false => "[red]no[/]",
                    null => "-",
                },
                Markup.Escape(row.PeerName)
            );
        }
        return table;
    }

    /// <summary>Three digits that count.</summary>
    private static string Number(double value) =>
        Math.Abs(value) switch
        {
            0 => "0",
            >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
            >= 0.1 => value.ToString("0.00", CultureInfo.InvariantCulture),
            _ => value.ToString("G3", CultureInfo.InvariantCulture),
        };
}
