using System.Text.RegularExpressions;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Pages;

/// <summary>A student's own source, with the lines that the tests ran.</summary>
internal static partial class CoveredSource
{
    public static void Write(
        TextWriter page,
        SubmittedChapter sources,
        IReadOnlyList<KataCoverage> coverage
    )
    {
        var hits = coverage
            .SelectMany(kata => kata.Lines)
            .GroupBy(line => (line.File, line.Line))
            .ToDictionary(group => group.Key, group => group.Any(line => line.IsCovered));
        foreach (var file in sources.Files)
        {
            if (!hits.Keys.Any(place => place.File == file.Path))
                continue;
            page.Write(
                $"<details><summary>{Html.Encode(file.Path)}: the lines that the tests ran</summary>\n<pre class=\"source\" tabindex=\"0\">"
            );
            var lines = LineEnd().Split(file.Text);
            for (var i = 0; i < lines.Length; i++)
                page.Write(
                    Line(
                        i + 1,
                        lines[i],
                        hits.TryGetValue((file.Path, i + 1), out var isCovered) ? isCovered : null
                    )
                );
            page.Write("</pre></details>\n");
        }
    }

    private static string Line(int number, string text, bool? isCovered)
    {
        var (name, mark) = isCovered switch
        {
            null => ("", ""),
            false => (" class=\"miss\"", "not run"),
            _ => (" class=\"hit\"", "run"),
        };
        return $"<span{name}><i>{Figures.Whole(number), 4} {mark}</i>{Html.Encode(text)}</span>";
    }

    /// <summary>What ends a line for the compiler, which counts them.</summary>
    [GeneratedRegex("[\n\u0085\u2028\u2029]", RegexOptions.None, 1000)]
    private static partial Regex LineEnd();
}
