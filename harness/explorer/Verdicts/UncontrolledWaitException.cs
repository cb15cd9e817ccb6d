namespace Katas.Harness.Explorer.Verdicts;

/// <summary>A call that the explorer does not control has blocked.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public sealed class UncontrolledWaitException(string message, Exception? inner = null)
    : ExplorationException(message, inner);
