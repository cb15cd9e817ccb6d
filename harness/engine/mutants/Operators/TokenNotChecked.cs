using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Nobody looks whether a stop was requested.</summary>
internal sealed class TokenNotChecked : IMutationOperator
{
    public string Name => "token-not-checked";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return node switch
        {
            ExpressionStatementSyntax statement
                when statement.Call()?.MethodName()?.Text
                    is nameof(CancellationToken.ThrowIfCancellationRequested) =>
            [
                Edit.Remove(statement),
            ],
            MemberAccessExpressionSyntax
            {
                Name.Identifier.Text: nameof(CancellationToken.IsCancellationRequested)
            } member => [Edit.Replace(member, "false"), Edit.Replace(member, "true")],
            _ => [],
        };
    }
}
