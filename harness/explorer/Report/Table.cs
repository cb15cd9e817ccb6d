using System.Text;

namespace Katas.Harness.Explorer.Report;

/// <summary>Columns of text, each as wide as its widest cell, indented by two.</summary>
internal sealed class Table(string[] header)
{
    private const string Gap = "   ";
    private readonly List<string[]> _rows = [header];

    public void Add(string[] row) => _rows.Add(row);

    public override string ToString()
    {
        var widths = new int[header.Length];
        foreach (var row in _rows.Where(row => row.Length == header.Length))
        {
            for (var i = 0; i < row.Length; i++)
                widths[i] = Math.Max(widths[i], row[i].Length);
        }
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            var line = new StringBuilder("  ");
            for (var i = 0; i < row.Length; i++)
                line.Append(row[i].PadRight(widths[i])).Append(Gap);
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
        return text.ToString();
    }
}
