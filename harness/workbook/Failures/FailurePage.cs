using System.Globalization;
using System.Text;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook.Failures;

/// <summary>All failed tests of a chapter as a page of Markdown, a section each: <c>TestResults/NN-slug.md</c>.</summary>
public static class FailurePage
{
    /// <summary>The page.</summary>
    /// <param name="report">How its tests ended.</param>
    /// <param name="error">Why it, or the rest of it, did not run; <see langword="null"/> when it did.</param>
    /// <param name="failures">Those that failed, in the order of the katas.</param>
    /// <param name="shorten">How a path is shown.</param>
    public static string Markdown(
        ChapterReport report,
        RunError? error,
        IEnumerable<FailedTest> failures,
        Func<string, string> shorten
    )
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(failures);
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"# {report.Chapter}\n\n{report.Passed} of {report.Total} tests pass.\n"
        );
        if (error is not null)
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n{error.What}:\n\n```text\n{error.Details}\n```\n"
            );
        foreach (var failure in failures)
        {
            var lines = FailureText.Body(failure, shorten);
            var fence = Fence(lines);
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n## {Code(failure.Kata is { } kata ? $"{kata}: {failure.Test}" : failure.Test)}\n\n{fence}text\n"
            );
            foreach (var line in lines)
                page.Append(line).Append('\n');
            page.Append(fence).Append('\n');
        }
        return page.ToString();
    }

    /// <summary>A fence, or a span of code, must be longer than any row of backticks inside.</summary>
    private static string Fence(IEnumerable<string> lines) =>
        new('`', Math.Max(3, lines.Select(LongestRow).DefaultIfEmpty().Max() + 1));

    private static string Code(string text)
    {
        var mark = new string('`', LongestRow(text) + 1);
        return mark.Length == 1 ? $"`{text}`" : $"{mark} {text} {mark}";
    }

    private static int LongestRow(string text)
    {
        var (longest, row) = (0, 0);
        foreach (var c in text)
        {
            row = c == '`' ? row + 1 : 0;
            longest = Math.Max(longest, row);
        }
        return longest;
    }
}
