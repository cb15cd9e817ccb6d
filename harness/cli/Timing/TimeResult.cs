namespace Katas.Harness.Cli.Timing;

/// <summary>All that a run of <c>time</c> found out.</summary>
/// <param name="Chapter">The chapter's slug.</param>
/// <param name="Cores">How many processors the measuring process might use.</param>
/// <param name="Runtime">What it ran on.</param>
/// <param name="Workloads">One for each of the chapter's workloads of which at least one round is complete.</param>
/// <param name="Troubles">What went wrong, in sentences.</param>
/// <param name="ExitCode">What the command ends with.</param>
internal sealed record TimeResult(
    string Chapter,
    int Cores,
    string Runtime,
    IReadOnlyList<TimedWorkload> Workloads,
    IReadOnlyList<string> Troubles,
    int ExitCode
);
