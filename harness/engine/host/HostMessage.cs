using System.Text.Json.Serialization;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine.Host;

/// <summary>What a host reports, one JSON line each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = TypeProperty)]
[JsonDerivedType(typeof(Discovered), nameof(Discovered))]
[JsonDerivedType(typeof(WaitsForDebugger), nameof(WaitsForDebugger))]
[JsonDerivedType(typeof(Started), nameof(Started))]
[JsonDerivedType(typeof(Ended), nameof(Ended))]
[JsonDerivedType(typeof(RunEnded), nameof(RunEnded))]
[JsonDerivedType(typeof(Idle), nameof(Idle))]
[JsonDerivedType(typeof(Exiting), nameof(Exiting))]
[JsonDerivedType(typeof(Broken), nameof(Broken))]
public abstract record HostMessage
{
    /// <summary>The first property of each: the name of its record.</summary>
    internal const string TypeProperty = "type";

    /// <summary>The tests that the assembly holds.</summary>
    /// <param name="Tests">All of them, in the order in which they run.</param>
    public sealed record Discovered(IReadOnlyList<TestName> Tests) : HostMessage;

    /// <summary>The tests are loaded, and begin when a debugger is attached.</summary>
    /// <param name="Process">The id of the host's process.</param>
    public sealed record WaitsForDebugger(int Process) : HostMessage;

    /// <summary>A test starts.</summary>
    /// <param name="Test">Its full name.</param>
    public sealed record Started(string Test) : HostMessage;

    /// <summary>A test has ended.</summary>
    /// <param name="Verdict">How.</param>
    /// <param name="Hits">
    /// The places of the code that have run since the process started, a bit for each, the lowest of each byte first; <see langword="null"/> where
    /// nobody measures.
    /// </param>
    public sealed record Ended(TestVerdict Verdict, ReadOnlyMemory<byte>? Hits = null)
        : HostMessage;

    /// <summary>All tests of one run have ended.</summary>
    public sealed record RunEnded : HostMessage;

    /// <summary>All runs that were asked for have ended.</summary>
    /// <param name="Leftover">What they have left behind in the process, or <see langword="null"/> when it is as good as new.</param>
    public sealed record Idle(string? Leftover) : HostMessage;

    /// <summary>Somebody calls <see cref="Environment.Exit"/>; the host waits to be killed, together with the processes it has started.</summary>
    /// <param name="Code">The exit code.</param>
    public sealed record Exiting(int Code) : HostMessage;

    /// <summary>The host could not run the tests at all.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Broken(string Reason) : HostMessage;
}
