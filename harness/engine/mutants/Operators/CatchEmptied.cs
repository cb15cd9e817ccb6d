using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>An exception is caught and forgotten, or others are caught too.</summary>
internal sealed class CatchEmptied : IMutationOperator
{
    public string Name => "catch-emptied";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return node switch
        {
            CatchClauseSyntax { Block.Statements.Count: > 0 } clause =>
            [
                Edit.Replace(clause.Block, "{ }"),
            ],
            CatchFilterClauseSyntax filter => [Edit.Replace(filter, "")],
            _ => [],
        };
    }
}
