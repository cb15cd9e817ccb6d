using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>How an <see cref="ChapterEngine"/> builds and runs.</summary>
public sealed record EngineOptions
{
    /// <summary>The configuration of the test assemblies: <c>Debug</c> or <c>Release</c>.</summary>
    public string Configuration { get; init; } = "Debug";

    /// <summary>How long all the hangs of one run may take together; the guard of harness/testing divides it among the tests.</summary>
    public TimeSpan HangBudget { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a host may say nothing before the running test counts as hung; for tests that no guard watches.</summary>
    public TimeSpan SilenceLimit { get; init; } = HostFailure.SilenceLimit;

    /// <summary>How many bytes a host may write to its console before the running test counts as a flood.</summary>
    public long OutputLimit { get; init; } = HostFailure.OutputLimitBytes;

    /// <summary>Whether a run ends with its first test that fails, for who wants to know no more.</summary>
    public bool StopsAtFirstFailure { get; init; }

    /// <summary>The folder below which the explorer leaves the pages of failing schedules; <see langword="null"/> for none.</summary>
    public string? ReportRoot { get; init; }

    /// <summary>How many fresh hosts wait before they are needed.</summary>
    public int SpareHosts { get; init; } = 1;

    /// <summary>
    /// Whether the fresh hosts that wait run some tests of the chapter that was run last, on its solution, so that its next run finds the harness
    /// compiled. For who runs one chapter again and again.
    /// </summary>
    public bool Rehearses { get; init; }

    /// <summary>How many used hosts are kept for <see cref="HostUse.Shared"/>.</summary>
    public int UsedHosts { get; init; } = 4 * Environment.ProcessorCount;

    /// <summary>
    /// Makes available what a chapter's tests say they need, for example <c>broker</c>, and returns the environment variables by which they
    /// find it. Asked once for each need. Without it, tests look for themselves.
    /// </summary>
    public Func<string, Task<IReadOnlyDictionary<string, string>>>? Provide { get; init; }

    /// <summary>Told, in a sentence, what takes long: the build of test assemblies that are missing or stale.</summary>
    public Action<string>? Notice { get; init; }
}
