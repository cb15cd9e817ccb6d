using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Watch;

/// <summary>A long text that takes the whole screen.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Lines">Makes its lines for a width.</param>
internal sealed record WatchPage(
    string Title,
    Func<FailureLayout, IReadOnlyList<FailureLine>> Lines
);
