using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Grading.Judging;

/// <summary>What a chapter's tests say of its solution: which tests there are, and whether they can be run here at all.</summary>
/// <param name="Tests">The tests, in their order.</param>
/// <param name="Problem">Why the chapter cannot be judged here, or <see langword="null"/>.</param>
internal sealed record Reference(IReadOnlyList<TestName> Tests, string? Problem);
