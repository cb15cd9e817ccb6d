using System.Globalization;

namespace Katas.Harness.Grading.Pages;

/// <summary>Coverage as a sentence: a student's own lines beside the solution's.</summary>
internal static class CoverageText
{
    private const string NoData = "Lines that the tests ran: no data.";

    /// <summary>The coverage of a chapter.</summary>
    public static string Of(ChapterGrade grade) =>
        grade.Coverage is { } katas
            ? Sentence(CoveredLines.Of(katas.SelectMany(kata => kata.Lines)), grade.Reference)
            : NoData;

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
