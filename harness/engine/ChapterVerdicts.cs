using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>What came of a chapter's tests on one folder of sources.</summary>
/// <param name="Slug">The chapter.</param>
/// <param name="Errors">Why it does not compile; empty when it does.</param>
/// <param name="Tests">One verdict for each test, in the order of the katas and of the tests' source; empty when it does not compile.</param>
/// <param name="Runs">How often the tests ran from first to last.</param>
/// <param name="RunError">Why the tests could not be run at all, or <see langword="null"/>.</param>
public sealed record ChapterVerdicts(
    string Slug,
    IReadOnlyList<CompileError> Errors,
    IReadOnlyList<TestVerdict> Tests,
    int Runs,
    RunError? RunError = null
)
{
    /// <summary>What had run of a measured assembly when each test had ended; nothing for tests that took their process with them.</summary>
    public IReadOnlyList<TestHits> Hits { get; init; } = [];

    /// <summary>Whether it compiled, the tests ran, and none failed.</summary>
    public bool Green => RunError is null && Errors.Count == 0 && !Failures.Any();

    /// <summary>The tests that neither passed nor were skipped.</summary>
    public IEnumerable<TestVerdict> Failures => Tests.Where(verdict => verdict.IsFailure);
}
