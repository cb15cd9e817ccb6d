using Microsoft.CodeAnalysis;

namespace Katas.Harness.Engine.Mutants;

/// <summary>The reference answer with one change.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="File">The changed file.</param>
/// <param name="Line">The first line that the change touches, from 1.</param>
/// <param name="Diff">The changed lines, first as they were (<c>-</c>) and then as they are (<c>+</c>).</param>
public sealed record Mutant(MutantId Id, string File, int Line, IReadOnlyList<string> Diff)
{
    internal SyntaxTree Original { get; init; } = null!;

    internal SyntaxTree Changed { get; init; } = null!;
}
