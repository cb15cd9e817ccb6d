using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>One step becomes three: read, compute, write.</summary>
internal sealed class InterlockedToPlain : IMutationOperator
{
    public string Name => "interlocked-to-plain";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (
            node is not InvocationExpressionSyntax call
            || model.Calls(
                call,
                nameof(Interlocked),
                "Increment",
                "Decrement",
                "Add",
                "Exchange",
                "CompareExchange",
                "Read"
            )
                is not { } method
        )
            return [];
        var plain = Plain(method.Name, call.Arguments());
        return
        [
            Edit.Replace(
                call,
                call.Parent is ExpressionStatementSyntax or LambdaExpressionSyntax
                    ? plain
                    : $"({plain})"
            ),
        ];
    }

    /// <summary>The same without the interlock, which may stand where only a call or an assignment may.</summary>
    private static string Plain(string method, IReadOnlyList<ExpressionSyntax> arguments) =>
        method switch
        {
            "Increment" => $"++{arguments[0]}",
            "Decrement" => $"--{arguments[0]}",
            "Add" => $"{arguments[0]} += {arguments[1]}",
            "Exchange" => $"{arguments[0]} = {arguments[1]}",
            "CompareExchange" =>
                $"{arguments[0]} = {arguments[0]} == {arguments[2]} ? {arguments[1]} : {arguments[0]}",
            _ => $"{arguments[0]}",
        };
}
