using System.Globalization;

namespace Katas.Harness.Grading.Book;

/// <summary>The first line of a gradebook. Workers of a cluster need not have the same sandbox, and the line must not promise what only some had.</summary>
internal static class BookIsolation
{
    private const string Nothing = "Nothing was run.";

    /// <param name="grades">What is in the book.</param>
    /// <param name="grader">What the grader does to all of them; <see langword="null"/> when they need not be alike.</param>
    public static string Of(IEnumerable<ChapterGrade> grades, string? grader)
    {
        if (grader is not null)
            return grader;
        var kinds = grades
            .Select(grade => grade.Isolation)
            .OfType<string>()
            .GroupBy(isolation => isolation, StringComparer.Ordinal)
            .OrderBy(kind => kind.Count())
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .ToList();
        return kinds switch
        {
            [] => Nothing,
            [var one] => one.Key,
            _ => $"Not all chapters were isolated alike. {string.Join(" ", kinds.Select(Line))}",
        };
    }

    private static string Line(IGrouping<string, string> kind) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{kind.Count()} {(kind.Count() == 1 ? "chapter" : "chapters")}: {kind.Key}"
        );
}
