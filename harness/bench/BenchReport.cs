using System.Globalization;
using System.Text.Json;
using Katas.Harness.Cli;
using Spectre.Console;

namespace Katas.Harness.Bench;

/// <summary>Shows rows as a table, and writes them as JSON.</summary>
internal static class BenchReport
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>Writes the table to standard output and the rows to a file.</summary>
    /// <param name="rows">The rows, as the file has them.</param>
    /// <param name="table">The same rows for people.</param>
    /// <param name="isGoalMissed">Whether a row misses its goal.</param>
    /// <param name="file">The file, if one is wanted.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Publish<T>(
        IReadOnlyList<T> rows,
        Table table,
        bool isGoalMissed,
        FileInfo? file
    )
    {
        Terminal.Out().Write(table);
        if (file is not null)
            await File.WriteAllTextAsync(
                    file.FullName,
                    JsonSerializer.Serialize(new { rows }, s_json) + "\n"
                )
                .ConfigureAwait(false);
        return isGoalMissed ? ExitCodes.Found : ExitCodes.Ok;
    }

    /// <summary>A table of ours against a peer.</summary>
    public static Table Table(IReadOnlyList<Row> rows)
    {
        var table = Table("ours", "peer", "ratio", "goal");
        table.AddColumn("met");
        table.AddColumn("peer is");
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Name),
                Figure(row.Ours, row.Unit),
                Figure(row.Peer, row.Unit),
                Number(row.Ratio),
                $"<= {Number(row.Goal)}",
                Met(row.Met),
                Markup.Escape(row.PeerName)
            );
        }
        return table.Compact();
    }

    /// <summary>An empty table whose first column names what was measured, with columns for figures.</summary>
    public static Table Table(params IEnumerable<string> figures)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("what");
        foreach (var column in figures)
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        return table;
    }

    /// <summary>A figure with its unit, or a dash where there is none.</summary>
    public static string Figure(double? value, string unit) =>
        value is null ? "-" : $"{Number(value)} {Markup.Escape(unit)}";

    /// <summary>Three significant digits, or a dash where there is no number.</summary>
    public static string Number(double? value) =>
        value switch
        {
            null => "-",
            0 => "0",
            { } number => number.ToString(FormatOf(Math.Abs(number)), CultureInfo.InvariantCulture),
        };

    /// <summary>Whether a goal is met, or a dash where that is open.</summary>
    public static string Met(bool? met) =>
        met switch
        {
            true => "[green]yes[/]",
            false => "[red]no[/]",
            null => "-",
        };

    private static string FormatOf(double size) =>
        size switch
        {
            >= 100 => "N0",
            >= 10 => "0.0",
            >= 0.1 => "0.00",
            _ => "G3",
        };
}
