using System.Globalization;
using System.Text;

namespace Katas.Harness.Workbook;

/// <summary>The README's table of chapters, made from the lessons.</summary>
public static class ChapterTable
{
    private const string Begin = "<!-- chapters:";
    private const string BeginEnd = "-->\n";
    private const string End = "<!-- end of chapters -->";

    /// <summary>The table, as Markdown.</summary>
    /// <param name="lessons">The lessons, in order.</param>
    public static string Markdown(IEnumerable<Lesson> lessons)
    {
        var table = new StringBuilder("| chapter | | minutes | before this |\n|---|---|---|---|\n");
        var total = 0;
        foreach (var lesson in lessons)
        {
            total += lesson.Minutes;
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {lesson.Slug[..2]} | [{lesson.Title}](exercises/{lesson.Slug}/README.md) | {lesson.Minutes} | {Before(lesson)} |\n"
            );
        }
        table.Append(
            CultureInfo.InvariantCulture,
            $"\n{total / 60.0:0.#} hours in all, at an easy pace.\n"
        );
        return table.ToString();
    }

    /// <summary>Replaces the table in a README.</summary>
    /// <param name="readme">The page.</param>
    /// <param name="lessons">The lessons, in order.</param>
    /// <returns>The page with the new table.</returns>
    /// <exception cref="InvalidDataException">The page has no marks between which the table goes.</exception>
    public static string Update(string readme, IEnumerable<Lesson> lessons)
    {
        ArgumentNullException.ThrowIfNull(readme);
        var text = readme.ReplaceLineEndings("\n");
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var from = begin < 0 ? -1 : text.IndexOf(BeginEnd, begin, StringComparison.Ordinal);
        var to = text.IndexOf(End, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidDataException(
                $"README.md has no place for the chapters: a line '{Begin} … -->' and, below it, a line '{End}'."
            );
        }
        from += BeginEnd.Length;
        return $"{text[..from]}\n{Markdown(lessons)}\n{text[to..]}";
    }

    private static string Before(Lesson lesson) =>
        lesson.Before.Count == 0
            ? "nothing"
            : string.Join(", ", lesson.Before.Select(slug => slug[..2]));
}
