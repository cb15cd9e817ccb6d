using Katas.Harness.Engine;

namespace Katas.Harness.Cli;

/// <summary>Tests that <c>repeat</c> runs many times.</summary>
/// <param name="Name">A chapter's slug, or a room of the harness's tests such as <c>harness/core</c>.</param>
/// <param name="Run">Runs it once.</param>
internal sealed record RepeatSubject(
    string Name,
    Func<CancellationToken, Task<ChapterVerdicts>> Run
);
