namespace Katas.Harness.Explorer.Verdicts;

/// <summary>Threads wait for one another in some schedule, or for something that nobody will do.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public sealed class DeadlockException(string message, Exception? inner = null)
    : ExplorationException(message, inner);
