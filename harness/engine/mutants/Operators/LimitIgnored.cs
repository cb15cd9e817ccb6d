using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A limit of number or time is none.</summary>
internal sealed class LimitIgnored : IMutationOperator
{
    public string Name => "limit-ignored";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax
                {
                    Identifier.Text: nameof(ParallelOptions.MaxDegreeOfParallelism)
                }
            } assignment:
                return [Edit.Replace(assignment.Right, "-1")];
            case InvocationExpressionSyntax call
                when model.Calls(call, nameof(Math), nameof(Math.Min)) is not null:
                return call.Arguments().Select(argument => Edit.Replace(call, argument.ToString()));
            case ArgumentSyntax argument
                when model.Is(argument.Expression, nameof(TimeSpan)) && IsLimit(argument, model):
                return
                [
                    Edit.Replace(argument.Expression, "System.Threading.Timeout.InfiniteTimeSpan"),
                ];
            default:
                return [];
        }
    }

    /// <summary>Whether a time is given to the framework, which waits no longer.</summary>
    private static bool IsLimit(ArgumentSyntax argument, SemanticModel model) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call
        && (
            call.MethodName()?.Text
            is "Wait"
                or "WaitOne"
                or "WaitAsync"
                or "Join"
                or "TryEnter"
                or "Delay"
                or "CancelAfter"
        )
        && model.GetSymbolInfo(call).Symbol?.Locations.All(location => location.IsInMetadata)
            is true;
}
