namespace Katas.Harness.Cli.Timing;

/// <summary>The results of a run of <c>time</c>.</summary>
/// <param name="Chapter">The chapter's slug.</param>
/// <param name="Cores">How many processors the measuring process might use.</param>
/// <param name="Runtime">What it ran on.</param>
/// <param name="Workloads">One for each of the chapter's workloads of which at least one round is complete.</param>
/// <param name="Problems">What went wrong, in sentences.</param>
/// <param name="ExitCode">The command's exit code.</param>
internal sealed record TimeResult(
    string Chapter,
    int Cores,
    string Runtime,
    IReadOnlyList<TimedWorkload> Workloads,
    IReadOnlyList<string> Problems,
    int ExitCode
);
