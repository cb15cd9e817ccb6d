using Spectre.Console;

namespace Katas.Harness.Cli;

/// <summary>Tables with many columns, for terminals of 80 characters.</summary>
internal static class CompactTable
{
    /// <summary>Puts two characters between columns instead of three.</summary>
    public static Table Compact(this Table table)
    {
        foreach (var column in table.Columns)
            column.PadLeft(0).PadRight(1);
        return table;
    }
}
