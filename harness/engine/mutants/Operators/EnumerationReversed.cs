using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A collection is gone through from its end.</summary>
internal sealed class EnumerationReversed : IMutationOperator
{
    public string Name => "enumeration-reversed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        var source = node switch
        {
            CommonForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop
                when !OnlyWaits(loop.Statement) => loop.Expression,
            InvocationExpressionSyntax call
                when model.Calls(call, nameof(Enumerable), "Select", "SelectMany") is not null
                    && !IsSummedUp(call) => call.Receiver(),
            _ => null,
        };
        return source is null
            ? []
            :
            [
                Edit.Replace(
                    source,
                    $"System.Linq.Enumerable.Reverse(System.Linq.Enumerable.ToArray({source}))"
                ),
            ];
    }

    /// <summary>The largest, or the sum, is the same in any order.</summary>
    private static bool IsSummedUp(InvocationExpressionSyntax call) =>
        call.Parent
            is MemberAccessExpressionSyntax
            {
                Name.Identifier.Text: "Max" or "Min" or "Sum" or "Any" or "All" or "Count"
            };

    /// <summary>Who waits for all of them waits as long in any order.</summary>
    private static bool OnlyWaits(StatementSyntax body) =>
        body.Call()?.MethodName()?.Text is "Join" or "Wait" or "WaitAsync" or "DisposeAsync";
}
