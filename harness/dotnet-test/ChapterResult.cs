using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>How a chapter's run ended: what the progress table shows of it.</summary>
/// <param name="Slug">The chapter's name.</param>
/// <param name="Katas">Its katas, in the lesson's order; none for the harness's own tests.</param>
/// <param name="Results">Its tests.</param>
/// <param name="RunError">Why it did not run, or not to its end.</param>
/// <param name="HostFailed">Whether a test ended its test process.</param>
/// <param name="Sources">The folder of the chapter's sources; <see langword="null"/> for the harness's own tests.</param>
internal sealed record ChapterResult(
    string Slug,
    IReadOnlyList<Kata> Katas,
    IReadOnlyList<TestVerdict> Results,
    RunError? RunError,
    bool HostFailed = false,
    string? Sources = null
)
{
    public int Passed => Results.Count(result => result.Outcome == Outcome.Passed);

    /// <summary>The tests that count; those that were skipped with a reason do not.</summary>
    public int Total => Results.Count(result => result.Outcome != Outcome.Skipped);

    public int Skipped => Results.Count(result => result.Outcome == Outcome.Skipped);

    /// <summary>Whether no test could run here, and all say why.</summary>
    public bool IsSkipped => RunError is null && Total == 0 && Skipped > 0;

    public bool IsGreen => RunError is null && Passed == Total;

    /// <summary>Why tests were skipped, and how many for each reason.</summary>
    public IEnumerable<(string Reason, int Count)> SkipReasons =>
        Results
            .Where(result => result.Outcome == Outcome.Skipped)
            .GroupBy(result => FailedTest.Of(result).Headline, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count()));

    /// <summary>The first kata with a red test, and that test.</summary>
    public (Kata Kata, FailedTest Failure)? Next =>
        Katas
            .Select(kata => (kata, red: RedTest(kata)))
            .Where(pair => pair.red is not null)
            .Select(pair => ((Kata, FailedTest)?)(pair.kata, Explain(pair.red!)))
            .FirstOrDefault();

    /// <summary>The red tests, in the order of the katas.</summary>
    public IEnumerable<FailedTest> Failures =>
        Katas.SelectMany(Of).Union(Results).Where(result => result.IsFailure).Select(Explain);

    /// <summary>The tests of one kata.</summary>
    public IEnumerable<TestVerdict> Of(Kata kata) =>
        Results.Where(result => kata.Owns(result.Test.FullName));

    /// <summary>The first red test of a kata.</summary>
    public TestVerdict? RedTest(Kata kata) => Of(kata).FirstOrDefault(result => result.IsFailure);

    /// <summary>The same for programs.</summary>
    public ChapterReport ToReport() =>
        new(
            Slug,
            Passed,
            Total,
            RunError?.What,
            HostFailed,
            [
                .. Katas.Select(kata =>
                {
                    var tests = Of(kata).Where(test => test.Outcome != Outcome.Skipped).ToList();
                    return new KataReport(
                        kata.Order,
                        kata.Name,
                        tests.Count(test => test.Outcome == Outcome.Passed),
                        tests.Count
                    );
                }),
            ],
            [
                .. Results.Select(result => new TestReport(
                    result.Test.FullName,
                    result.Outcome,
                    result.Message
                )),
            ]
        );

    private FailedTest Explain(TestVerdict verdict) => FailedTest.Of(verdict, Sources);
}
