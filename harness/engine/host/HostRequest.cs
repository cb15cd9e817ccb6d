using Katas.Harness.Testing;

namespace Katas.Harness.Engine.Host;

/// <summary>What a host is asked to do, one line each.</summary>
/// <param name="Assembly">The full path of the test assembly.</param>
/// <param name="Shared">
/// The folder of the assemblies that do not change from run to run: they are loaded once. What lies there and is not <paramref name="Own"/>
/// is taken from there.
/// </param>
/// <param name="Own">The names of the assemblies that belong to this run alone and are taken from the folder of <paramref name="Assembly"/>.</param>
/// <param name="Variables">The environment variables by which the tests find what they need.</param>
/// <param name="Only">The full names of the tests to run, or <see langword="null"/> for all.</param>
/// <param name="Classes">The full names of the test classes there are for this run, or <see langword="null"/> for all.</param>
/// <param name="Runs">How often to run them; a run in which a test fails is the last.</param>
/// <param name="StopsAtFirstFailure">Whether the tests after one that fails do not run.</param>
/// <param name="WaitsForDebugger">Whether the tests begin only when a debugger is attached, or the engine says <see cref="GoOn"/>.</param>
/// <param name="Seal">What every message begins with, so that nobody but the host can write one; <see langword="null"/> among friends.</param>
/// <param name="Measurements">
/// The type, in the first of <paramref name="Own"/>, whose static fields say which code has run; reported as each test ends. <see langword="null"/> for
/// an assembly that has none.
/// </param>
public sealed record HostRequest(
    string Assembly,
    string Shared,
    IReadOnlyList<string> Own,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<string>? Only,
    int Runs,
    bool StopsAtFirstFailure = false,
    IReadOnlyList<string>? Classes = null,
    bool WaitsForDebugger = false,
    string? Seal = null,
    string? Measurements = null
)
{
    /// <summary>The environment variable that tells the snapshots of harness/testing where to leave what does not match.</summary>
    public const string ReceivedVariable = "KATAS_RECEIVED";

    /// <summary>The line by which the engine, later, asks where the running test waits.</summary>
    public const string WhereAreYou = "where";

    /// <summary>The line by which the engine, later, lets tests begin that wait for a debugger.</summary>
    public const string GoOn = "go on";

    /// <summary>The environment variable that limits, in seconds, what all hangs of a run may cost.</summary>
    public const string HangBudgetVariable = TimeLimits.BudgetVariable;
}
