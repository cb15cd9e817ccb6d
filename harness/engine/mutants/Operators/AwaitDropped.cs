using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Something is started, and nobody waits for its end.</summary>
internal sealed class AwaitDropped : IMutationOperator
{
    public string Name => "await-dropped";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node is ExpressionStatementSyntax { Expression: AwaitExpressionSyntax await } statement
            ? [Edit.Replace(statement, $"_ = {await.Expression};")]
            : [];
    }
}
