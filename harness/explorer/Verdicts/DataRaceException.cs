namespace Katas.Harness.Explorer.Verdicts;

/// <summary>Two threads use a collection at once in some schedule, at least one of them to change it, and it is not made for that.</summary>
/// <param name="message">The report.</param>
/// <param name="inner">What was thrown in the failing schedule, if anything was.</param>
public sealed class DataRaceException(string message, Exception? inner = null)
    : ExplorationException(message, inner);
