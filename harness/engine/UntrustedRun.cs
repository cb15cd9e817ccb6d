using System.Diagnostics;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>How the tests run on code that nobody trusts.</summary>
public sealed record UntrustedRun
{
    /// <summary>Which tests are to run, from a run on code that is trusted; <see langword="null"/> asks the host, as that run must.</summary>
    public IReadOnlyList<TestName>? Tests { get; init; }

    /// <summary>
    /// Puts between a host and the machine what is to stand there: takes the host's command, the pipe that it connects to and the folder that
    /// its tests lie in, and returns the command to start.
    /// </summary>
    public required Func<ProcessStartInfo, string, string, ProcessStartInfo> Launch { get; init; }

    /// <summary>The type in the chapter's assembly whose static fields say what has run, or <see langword="null"/> when it has none.</summary>
    public string? Measurements { get; init; }

    /// <summary>The number of the user for whom the host will run, if that is another one.</summary>
    public uint? User { get; init; }

    /// <inheritdoc cref="EngineOptions.HangBudget"/>
    public TimeSpan HangBudget { get; init; } = TimeSpan.FromSeconds(20);

    /// <inheritdoc cref="EngineOptions.SilenceLimit"/>
    public TimeSpan SilenceLimit { get; init; } = HostFailure.SilenceLimit;

    /// <summary>How long all of it may take, by the clock; the verdicts that there are by then stand.</summary>
    public TimeSpan Limit { get; init; } = Timeout.InfiniteTimeSpan;

    /// <inheritdoc cref="EngineOptions.OutputLimit"/>
    public long OutputLimit { get; init; } = HostFailure.OutputLimitBytes;
}
