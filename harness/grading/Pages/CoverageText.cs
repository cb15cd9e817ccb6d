using System.Globalization;
using Katas.Harness.Grading.Book;

namespace Katas.Harness.Grading.Pages;

/// <summary>Coverage as a sentence: a student's own lines beside the solution's.</summary>
internal static class CoverageText
{
    private const string NoData = "Lines that the tests ran: no data.";

    /// <summary>The coverage of a chapter, with the katas of which there is no data.</summary>
    public static string Of(ChapterResult chapter)
    {
        if (chapter.Grade.Coverage is not { } katas)
            return NoData;
        var all = CoveredLines.Of(katas.SelectMany(kata => kata.Lines));
        var missing = chapter
            .Katas.Select(kata => kata.Kata)
            .Except(katas.Select(kata => kata.Kata), StringComparer.Ordinal)
            .ToList();
        return Sentence(all, chapter.Grade.Reference)
            + (missing.Count == 0 ? "" : $" No data on {string.Join(", ", missing)}.");
    }

    /// <summary>The coverage of one of its katas.</summary>
    public static string Of(ChapterGrade grade, string kata) =>
        grade.Coverage?.FirstOrDefault(one => one.Kata == kata) is { } coverage
            ? Sentence(CoveredLines.Of(coverage.Lines), coverage.Reference)
            : NoData;

    private static string Sentence(CoveredLines own, CoveredLines? reference) =>
        $"Lines that the tests ran: yours {Of(own)}, reference {(reference is null ? "no data" : Of(reference))}.";

    private static string Of(CoveredLines lines) =>
        string.Create(CultureInfo.InvariantCulture, $"{lines.Covered} of {lines.Lines}");
}
