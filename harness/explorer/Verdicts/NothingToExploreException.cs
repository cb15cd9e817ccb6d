namespace Katas.Harness.Explorer.Verdicts;

/// <summary>The test gives nothing to explore.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public sealed class NothingToExploreException(string message, Exception? inner = null)
    : ExplorationException(message, inner);
