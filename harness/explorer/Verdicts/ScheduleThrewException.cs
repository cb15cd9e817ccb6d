namespace Katas.Harness.Explorer.Verdicts;

/// <summary>An exception leaves a thread in some schedule.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public sealed class ScheduleThrewException(string message, Exception? inner = null)
    : ExplorationException(message, inner);
