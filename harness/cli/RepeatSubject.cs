using Katas.Harness.Engine;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Cli;

/// <summary>Something to run again and again.</summary>
/// <param name="Name">A chapter's slug, or a room of the harness's tests.</param>
/// <param name="Run">Runs it once.</param>
internal sealed record RepeatSubject(
    string Name,
    Func<CancellationToken, Task<ChapterVerdicts>> Run
);
