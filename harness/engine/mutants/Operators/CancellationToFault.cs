using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>What was cancelled counts as failed.</summary>
internal sealed class CancellationToFault : IMutationOperator
{
    public string Name => "cancellation-to-fault";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (
            node is ExpressionStatementSyntax statement
            && Cancellation.IsObserved(statement, model)
        )
        {
            return
            [
                Edit.Replace(
                    statement,
                    $"try {{ {statement} }} catch (System.OperationCanceledException __stop) {{ throw new System.InvalidOperationException(__stop.Message, __stop); }}"
                ),
            ];
        }
        return node is InvocationExpressionSyntax call && Fault(call) is { } fault
            ? [Edit.Replace(call, fault)]
            : [];
    }

    private static string? Fault(InvocationExpressionSyntax call)
    {
        const string Exception = "new System.InvalidOperationException()";
        return call.MethodName()?.Text switch
        {
            "SetCanceled" => $"{call.Receiver()}.SetException({Exception})",
            "TrySetCanceled" => $"{call.Receiver()}.TrySetException({Exception})",
            "FromCanceled" =>
                $"{call.Expression.ToString().Replace("FromCanceled", "FromException", StringComparison.Ordinal)}({Exception})",
            _ => null,
        };
    }
}
