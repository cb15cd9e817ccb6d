namespace Katas.Harness.Explorer.Verdicts;

/// <summary>The test uses something that the explorer knows and does not model, so that no verdict about it would be right.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public sealed class NotModelledException(string message, Exception? inner = null)
    : ExplorationException(message, inner);
