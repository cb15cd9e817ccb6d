using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Somebody is told before it is so.</summary>
internal sealed class SignalBeforeState : IMutationOperator
{
    public string Name => "signal-before-state";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (node is not BlockSyntax block || block.Parent is LockStatementSyntax)
            return [];
        return block
            .Statements.Zip(block.Statements.Skip(1))
            .Where(pair =>
                IsSignal(pair.Second)
                && pair.First
                    is ExpressionStatementSyntax
                        or IfStatementSyntax
                        or BlockSyntax
                        or LockStatementSyntax
                        or TryStatementSyntax
            )
            .Select(pair => Edit.Swap(pair.First, pair.Second));
    }

    private static bool IsSignal(StatementSyntax statement) =>
        statement.Call()?.MethodName()?.Text
            is "Set"
                or "Release"
                or "Signal"
                or "SetResult"
                or "TrySetResult"
                or "Complete"
                or "TryComplete"
                or "Cancel"
                or "CancelAsync"
                or "BasicAckAsync";
}
