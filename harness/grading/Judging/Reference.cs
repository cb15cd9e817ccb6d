using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Grading.Judging;

/// <summary>What a chapter's tests say of its solution: which tests there are, and whether they can be run here at all.</summary>
/// <param name="Tests">The tests, in their order.</param>
/// <param name="Coverage">The coverage of each kata of which there is data.</param>
/// <param name="Problem">Why the chapter cannot be judged here, or <see langword="null"/>.</param>
internal sealed record Reference(
    IReadOnlyList<TestName> Tests,
    IReadOnlyList<KataCoverage> Coverage,
    string? Problem
)
{
    /// <summary>Puts the solution's coverage beside a submission's.</summary>
    public ChapterGrade Compare(ChapterGrade grade, IReadOnlyList<KataCoverage> coverage)
    {
        if (coverage.Count == 0)
            return grade;
        var solution = coverage
            .Select(kata => Coverage.FirstOrDefault(own => own.Kata == kata.Kata))
            .ToList();
        return grade with
        {
            Coverage =
            [
                .. coverage.Zip(
                    solution,
                    (kata, own) =>
                        kata with
                        {
                            Reference = own is null ? null : CoveredLines.Of(own.Lines),
                        }
                ),
            ],
            Reference = solution.Contains(null)
                ? null
                : CoveredLines.Of(solution.SelectMany(own => own!.Lines)),
        };
    }
}
