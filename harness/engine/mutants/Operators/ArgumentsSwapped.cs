using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Two neighbours of one type change places, among arguments or in a tuple.</summary>
internal sealed class ArgumentsSwapped : IMutationOperator
{
    public string Name => "arguments-swapped";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        var arguments = node switch
        {
            ArgumentListSyntax list => list.Arguments,
            TupleExpressionSyntax tuple => tuple.Arguments,
            _ => default,
        };
        return arguments
            .Zip(arguments.Skip(1))
            .Where(pair => CanSwap(pair.First, pair.Second, model))
            .Select(pair => Edit.Swap(pair.First, pair.Second));
    }

    private static bool CanSwap(ArgumentSyntax first, ArgumentSyntax second, SemanticModel model) =>
        first.NameColon is null
        && second.NameColon is null
        && model.GetTypeInfo(first.Expression).Type is { } type
        && SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(second.Expression).Type)
        && first.ToString() != second.ToString();
}
