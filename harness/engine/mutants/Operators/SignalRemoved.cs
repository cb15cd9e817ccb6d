using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Nobody is told.</summary>
internal sealed class SignalRemoved : IMutationOperator
{
    public string Name => "signal-removed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node is ExpressionStatementSyntax statement
            && statement.Call()?.MethodName()?.Text
                is "Pulse"
                    or "PulseAll"
                    or "Set"
                    or "Release"
                    or "Signal"
                    or "SetResult"
                    or "TrySetResult"
                    or "SetException"
                    or "TrySetException"
                    or "SetCanceled"
                    or "TrySetCanceled"
                    or "Complete"
                    or "TryComplete"
                    or "Cancel"
                    or "CancelAsync"
                    or "Exit"
            ? [Edit.Remove(statement)]
            : [];
    }
}
