using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook.Memory;

/// <summary>How a chapter's tests last ended, and on what.</summary>
/// <param name="Chapter">The slug.</param>
/// <param name="Content">The fingerprint of the files that were tested, and of the tests: see <see cref="ChapterContent"/>.</param>
/// <param name="At">When.</param>
/// <param name="Errors">Why it does not compile, a line each; empty when it does.</param>
/// <param name="RunError">Why the tests could not be run at all, or <see langword="null"/>.</param>
/// <param name="Tests">One verdict for each test, in the order of the katas and of the tests' source.</param>
public sealed record ChapterMemory(
    string Chapter,
    string Content,
    DateTimeOffset At,
    IReadOnlyList<string> Errors,
    RunError? RunError,
    IReadOnlyList<TestVerdict> Tests
)
{
    /// <summary>How many tests passed.</summary>
    public int Passed => Tests.Count(test => test.Outcome == Outcome.Passed);

    /// <summary>How many tests there are that can run here.</summary>
    public int Total => Tests.Count(test => test.Outcome != Outcome.Skipped);

    /// <summary>Whether it compiled, the tests ran, some passed and none failed.</summary>
    public bool IsGreen =>
        Errors.Count == 0 && RunError is null && Passed > 0 && !Tests.Any(test => test.IsFailure);

    /// <summary>The tests of one kata.</summary>
    /// <param name="kata">The kata's name.</param>
    public IEnumerable<TestVerdict> Of(string kata) => Tests.Where(test => test.Test.Kata == kata);

    /// <summary>Whether all tests of a kata that can run here have passed; one of which none can run never is.</summary>
    /// <param name="kata">The kata's name.</param>
    public bool IsDone(string kata) =>
        Of(kata).Any(test => test.Outcome == Outcome.Passed)
        && !Of(kata).Any(test => test.IsFailure);
}
