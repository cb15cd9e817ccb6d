using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Seat;

/// <summary>The colours of a line.</summary>
internal static class LineColor
{
    private const string Reset = "\e[0m";

    /// <summary>The line with the codes that a terminal understands.</summary>
    /// <param name="line">The line.</param>
    /// <param name="hasColor">Whether there are colours.</param>
    public static string Apply(FailureLine line, bool hasColor) =>
        hasColor && line.Emphasis != Emphasis.None && line.Text.Length > 0
            ? $"{Code(line.Emphasis)}{line.Text}{Reset}"
            : line.Text;

    private static string Code(Emphasis emphasis) =>
        emphasis switch
        {
            Emphasis.Heading => "\e[1m",
            Emphasis.Expected => "\e[32m",
            Emphasis.Actual => "\e[31m",
            _ => "\e[2m",
        };
}
