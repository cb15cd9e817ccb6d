using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>What may be gone through only once is gone through before.</summary>
internal sealed class EnumeratedTwice : IMutationOperator
{
    public string Name => "enumerated-twice";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node is ParameterSyntax parameter
            && node.Parent?.Parent is BaseMethodDeclarationSyntax { Body: { } body }
            && (model.GetDeclaredSymbol(parameter) as IParameterSymbol)
                ?.Type
                .OriginalDefinition
                .SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            ?
            [
                Edit.Insert(
                    body.OpenBraceToken.Span.End,
                    $" _ = System.Linq.Enumerable.Count({parameter.Identifier});"
                ),
            ]
            : [];
    }
}
