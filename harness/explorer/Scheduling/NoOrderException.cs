namespace Katas.Harness.Explorer.Scheduling;

/// <summary>No order of calls gives the results that they had in a schedule.</summary>
/// <param name="history">The history, for the report.</param>
#pragma warning disable CA1064 // It is internal on purpose: the exploration turns it into a verdict.
internal sealed class NoOrderException(string history) : Exception(history);
