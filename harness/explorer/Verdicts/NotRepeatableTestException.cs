namespace Katas.Harness.Explorer.Verdicts;

/// <summary>The test does not do the same thing when the same choices are made.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public sealed class NotRepeatableTestException(string message, Exception? inner = null)
    : ExplorationException(message, inner);
