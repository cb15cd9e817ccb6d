using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>All objects share what each should have for itself.</summary>
internal sealed class StaticState : IMutationOperator
{
    public string Name => "static-state";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node is FieldDeclarationSyntax field
            && !field.Modifiers.Any(SyntaxKind.StaticKeyword)
            && !field.Modifiers.Any(SyntaxKind.ConstKeyword)
            ? [Edit.Insert(field.Declaration.SpanStart, "static ")]
            : [];
    }
}
