using Katas.Harness.Engine;

namespace Katas.Harness.Grading;

/// <summary>What the grader found out about one chapter of one submission. What it is worth, the configuration says.</summary>
/// <param name="Slug">The chapter.</param>
/// <param name="State">How far it came.</param>
/// <param name="Tests">A verdict for each of the chapter's tests, in their order; all failed unless the chapter was graded.</param>
public sealed record ChapterGrade(string Slug, ChapterState State, IReadOnlyList<TestGrade> Tests)
{
    /// <summary>Why it does not compile.</summary>
    public IReadOnlyList<CompileError> Errors { get; init; } = [];

    /// <summary>What it uses that is not allowed.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; init; } = [];

    /// <summary>The coverage of each kata of which there is data; <see langword="null"/> where there is none.</summary>
    public IReadOnlyList<KataCoverage>? Coverage { get; init; }

    /// <summary>The solution's coverage of the katas in <see cref="Coverage"/>, or <see langword="null"/> where there is no data.</summary>
    public CoveredLines? Reference { get; init; }

    /// <summary>What separated the submission from the machine that judged it; <see langword="null"/> when none did.</summary>
    public string? Isolation { get; init; }

    /// <summary>What else has to be known: a limit that was met, a chapter that could not be judged and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
