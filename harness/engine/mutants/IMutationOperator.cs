using Microsoft.CodeAnalysis;

namespace Katas.Harness.Engine.Mutants;

/// <summary>One way of changing code in one place.</summary>
internal interface IMutationOperator
{
    /// <summary>What it does, in lower case with hyphens, as in <c>mutants.txt</c>.</summary>
    string Name { get; }

    /// <summary>The changes that it makes at a node itself, not below it. What does not compile is sorted out later.</summary>
    IEnumerable<Edit> At(SyntaxNode node, SemanticModel model);
}
