namespace Katas.Harness.Engine.Mutants;

/// <summary>A line of <c>mutants.txt</c>: a mutant that may survive.</summary>
/// <param name="Id">The mutant.</param>
/// <param name="Reason">Why.</param>
/// <param name="Explanation">The same in words.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record MutantEntry(MutantId Id, MutantReason Reason, string Explanation, int Line);
