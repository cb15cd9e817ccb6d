namespace Katas.Harness.Explorer.Verdicts;

/// <summary>Threads run without getting anywhere in some schedule.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public sealed class LivelockException(string message, Exception? inner = null)
    : ExplorationException(message, inner);
