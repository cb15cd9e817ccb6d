using Katas.Harness.Workbook;

namespace Katas.Harness.DotnetTest;

/// <summary>How a chapter's run ended: what the progress table shows of it.</summary>
/// <param name="Slug">The chapter's name.</param>
/// <param name="Katas">Its katas, in the lesson's order; none for the harness's own tests.</param>
/// <param name="Results">Its tests.</param>
/// <param name="Trouble">Why it did not run, or not to its end.</param>
/// <param name="LostHost">Whether a kata ended its test process.</param>
internal sealed record ChapterResult(
    string Slug,
    IReadOnlyList<Kata> Katas,
    IReadOnlyList<TestResult> Results,
    Trouble? Trouble,
    bool LostHost = false
)
{
    public int Passed => Results.Count(result => result.Passed);

    /// <summary>The tests that count; those that were skipped with a reason do not.</summary>
    public int Total => Results.Count(result => result.Passed || result.Failed);

    public bool IsGreen => Trouble is null && Passed == Total;

    /// <summary>Whether it is a chapter of the workbook, not a part of the harness.</summary>
    public bool IsChapter => !Slug.StartsWith("harness-", StringComparison.Ordinal);

    /// <summary>The first kata with a red test, and what that test says.</summary>
    public (Kata Kata, string Message)? Next =>
        Katas
            .Select(kata => (kata, red: RedTest(kata)))
            .Where(pair => pair.red is not null)
            .Select(pair => ((Kata, string)?)(pair.kata, FirstLine(pair.red!.Message)))
            .FirstOrDefault();

    /// <summary>The tests of one kata.</summary>
    public IEnumerable<TestResult> Of(Kata kata) => Results.Where(result => kata.Owns(result.Test));

    /// <summary>The first red test of a kata.</summary>
    public TestResult? RedTest(Kata kata) => Of(kata).FirstOrDefault(result => result.Failed);

    /// <summary>The same for programs.</summary>
    public ChapterReport ToReport() =>
        new(
            Slug,
            Passed,
            Total,
            Trouble?.What,
            LostHost,
            [
                .. Katas.Select(kata =>
                {
                    var tests = Of(kata).Where(test => test.Passed || test.Failed).ToList();
                    return new KataReport(
                        kata.Order,
                        kata.Name,
                        tests.Count(test => test.Passed),
                        tests.Count
                    );
                }),
            ]
        );

    public static string FirstLine(string? message) =>
        message
            ?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault()
        ?? "";
}
