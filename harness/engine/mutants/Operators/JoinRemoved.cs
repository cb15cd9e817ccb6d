using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Nobody waits for a thread, or for what it signals.</summary>
internal sealed class JoinRemoved : IMutationOperator
{
    public string Name => "join-removed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return node switch
        {
            ExpressionStatementSyntax statement when IsJoin(statement.Call(), model) =>
            [
                Edit.Remove(statement),
            ],
            InvocationExpressionSyntax { Parent: not ExpressionStatementSyntax } call
                when IsJoin(call, model)
                    && model.GetTypeInfo(call).Type?.SpecialType == SpecialType.System_Boolean =>
            [
                Edit.Replace(call, "true"),
            ],
            _ => [],
        };
    }

    private static bool IsJoin(InvocationExpressionSyntax? call, SemanticModel model) =>
        call?.MethodName()?.Text is "Join" or "Wait" or "WaitOne"
        && model
            .GetSymbolInfo(call)
            .Symbol?.ContainingNamespace.ToString()
            ?.StartsWith("System.Threading", StringComparison.Ordinal)
            is true;
}
