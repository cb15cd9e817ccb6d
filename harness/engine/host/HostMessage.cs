using System.Text.Json.Serialization;

namespace Katas.Harness.Engine.Host;

/// <summary>What a host says, one JSON line each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Discovered), "discovered")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(RunEnded), "run-ended")]
[JsonDerivedType(typeof(Exiting), "exiting")]
[JsonDerivedType(typeof(Broken), "broken")]
public abstract record HostMessage
{
    /// <summary>The tests that the assembly holds.</summary>
    /// <param name="Tests">All of them, in the order in which they run.</param>
    public sealed record Discovered(IReadOnlyList<TestName> Tests) : HostMessage;

    /// <summary>A test starts.</summary>
    /// <param name="Test">Its full name.</param>
    public sealed record Started(string Test) : HostMessage;

    /// <summary>A test has ended.</summary>
    /// <param name="Test">Its full name.</param>
    /// <param name="Status">NUnit's word for how: <c>Passed</c>, <c>Failed</c>, <c>Skipped</c>, <c>Inconclusive</c> or <c>Warning</c>.</param>
    /// <param name="Message">Why, when it did not pass.</param>
    /// <param name="StackTrace">Where, when it did not pass.</param>
    /// <param name="Output">What it wrote to the console, cut to a readable length.</param>
    /// <param name="Seconds">How long it took.</param>
    public sealed record Ended(
        string Test,
        string Status,
        string? Message,
        string? StackTrace,
        string? Output,
        double Seconds
    ) : HostMessage;

    /// <summary>All tests of one run have ended.</summary>
    public sealed record RunEnded : HostMessage;

    /// <summary>Somebody calls <see cref="Environment.Exit"/>; the host waits to be killed, together with the processes it has started.</summary>
    /// <param name="Code">The exit code.</param>
    public sealed record Exiting(int Code) : HostMessage;

    /// <summary>The host could not run the tests at all.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Broken(string Reason) : HostMessage;
}
