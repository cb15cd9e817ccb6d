namespace Katas.Harness.Explorer.Verdicts;

/// <summary>In some schedule, calls gave results that they never give one after the other.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public sealed class NotLinearizableException(string message, Exception? inner = null)
    : ExplorationException(message, inner);
