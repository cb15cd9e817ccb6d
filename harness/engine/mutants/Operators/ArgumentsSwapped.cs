using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Two neighbours of one type change places, among arguments or in a tuple; those of the smaller and the larger of two may stand either way.</summary>
internal sealed class ArgumentsSwapped : IMutationOperator
{
    public string Name => "arguments-swapped";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        var arguments = node switch
        {
            ArgumentListSyntax list when !IsMinOrMax(list, model) => list.Arguments,
            TupleExpressionSyntax tuple => tuple.Arguments,
            _ => default,
        };
        return arguments
            .Zip(arguments.Skip(1))
            .Where(pair => CanSwap(pair.First, pair.Second, model))
            .Select(pair => Edit.Swap(pair.First, pair.Second));
    }

    private static bool IsMinOrMax(ArgumentListSyntax list, SemanticModel model) =>
        list.Parent is InvocationExpressionSyntax call
        && model.GetSymbolInfo(call).Symbol
            is IMethodSymbol { Name: "Min" or "Max", ContainingType.Name: "Math" };

    private static bool CanSwap(ArgumentSyntax first, ArgumentSyntax second, SemanticModel model) =>
        first.NameColon is null
        && second.NameColon is null
        && model.GetTypeInfo(first.Expression).Type is { } type
        && SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(second.Expression).Type)
        && first.ToString() != second.ToString();
}
