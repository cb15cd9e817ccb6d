namespace Katas.Harness.Engine.Mutants;

/// <summary>A chapter's mutants say nothing, because the reference answer itself fails.</summary>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class MutationException(string message) : Exception(message);
