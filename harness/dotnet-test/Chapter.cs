using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>One chapter of a run: a test assembly, or the reason why there is none.</summary>
/// <param name="Slug">The chapter's name.</param>
/// <param name="Tests">Its test assembly.</param>
/// <param name="RunError">Why it cannot be run, when it cannot.</param>
internal sealed record Chapter(string Slug, TestAssembly? Tests, RunError? RunError);
