using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>The first for the last, the least for the greatest.</summary>
internal sealed class OtherEnd : IMutationOperator
{
    public string Name => "other-end";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (
            node is InvocationExpressionSyntax call
            && call.MethodName() is { } name
            && Other(name.Text) is { } other
        )
            return [Edit.Replace(name, other)];
        return node is BracketedArgumentListSyntax { Arguments: [{ Expression: var index }] }
            ? index.ToString() switch
            {
                "0" => [Edit.Replace(index, "^1")],
                "^1" => [Edit.Replace(index, "0")],
                _ => [],
            }
            : [];
    }

    private static string? Other(string name) =>
        name switch
        {
            "First" => "Last",
            "Last" => "First",
            "FirstOrDefault" => "LastOrDefault",
            "LastOrDefault" => "FirstOrDefault",
            "FindIndex" => "FindLastIndex",
            "Min" => "Max",
            "Max" => "Min",
            "MinBy" => "MaxBy",
            "MaxBy" => "MinBy",
            "OrderBy" => "OrderByDescending",
            "OrderByDescending" => "OrderBy",
            "ThenBy" => "ThenByDescending",
            "ThenByDescending" => "ThenBy",
            "Floor" => "Ceiling",
            "Ceiling" => "Floor",
            "Any" => "All",
            "All" => "Any",
            _ => null,
        };
}
