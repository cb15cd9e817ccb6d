using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A call of somebody else's asynchronous code.</summary>
internal static class TaskCall
{
    /// <summary>Whether a node calls a delegate that returns a task.</summary>
    public static bool IsDelegates(SyntaxNode node, SemanticModel model) =>
        node is InvocationExpressionSyntax call
        && model.GetSymbolInfo(call).Symbol
            is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }
        && model.GetTypeInfo(call).Type?.Name is nameof(Task);
}
