namespace Katas.Harness.Explorer.Rewriting;

/// <summary>How rewriting went.</summary>
/// <param name="Error">What is wrong with the assembly and what to change; <see langword="null"/> when it was rewritten.</param>
/// <param name="SchedulingPoints">How many scheduling points it has now.</param>
public sealed record RewriteResult(string? Error, int SchedulingPoints);
