using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Where a cancellation shows.</summary>
internal static class Cancellation
{
    /// <summary>Whether a statement asks a token, or waits for something that got one.</summary>
    public static bool IsObserved(ExpressionStatementSyntax statement, SemanticModel model) =>
        statement.Call() is { } call
        && (
            call.MethodName()?.Text is nameof(CancellationToken.ThrowIfCancellationRequested)
            || (
                statement.Expression is AwaitExpressionSyntax
                && call.Arguments().Any(argument => model.Is(argument, nameof(CancellationToken)))
            )
        );
}
