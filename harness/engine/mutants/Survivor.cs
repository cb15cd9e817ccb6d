namespace Katas.Harness.Engine.Mutants;

/// <summary>A mutant that no test kills.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Entry">Why it may survive, or <see langword="null"/> when nobody has said so.</param>
public sealed record Survivor(Mutant Mutant, MutantEntry? Entry);
