using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A thread is blocked where it was given back.</summary>
internal sealed class BlockedForAwait : IMutationOperator
{
    public string Name => "blocked-for-await";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return node is AwaitExpressionSyntax await && model.IsTask(await.Expression)
            ? [Edit.Replace(await, $"({await.Expression}).GetAwaiter().GetResult()")]
            : [];
    }
}
