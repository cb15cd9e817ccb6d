namespace Katas.Harness.Explorer.Verdicts;

/// <summary>An exploration fails the test. The type is the verdict, and the message is the report.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public abstract class ExplorationException(string message, Exception? inner = null)
    : Exception(message, inner)
{
    // Internal, since test frameworks print the public properties of an exception after its message.

    /// <summary>The schedule that fails, for <see cref="Explorer.Replay(string)"/>; empty when there is none.</summary>
    internal string Schedule { get; init; } = "";

    /// <summary>How many schedules were run until the failure was found.</summary>
    internal int Schedules { get; init; }
}
