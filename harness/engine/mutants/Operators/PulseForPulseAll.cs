using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>One is woken instead of all.</summary>
internal sealed class PulseForPulseAll : IMutationOperator
{
    public string Name => "pulse-for-pulse-all";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node is InvocationExpressionSyntax call
            && model.Calls(call, nameof(Monitor), nameof(Monitor.PulseAll)) is not null
            ? [Edit.Replace(call.MethodName()!.Value, nameof(Monitor.Pulse))]
            : [];
    }
}
