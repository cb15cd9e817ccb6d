using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>All objects share what each should have for itself. A lock that they share costs time and no more, so it is left alone.</summary>
internal sealed class StaticState : IMutationOperator
{
    public string Name => "static-state";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model) =>
        node is FieldDeclarationSyntax field
        && !field.Modifiers.Any(SyntaxKind.StaticKeyword)
        && !field.Modifiers.Any(SyntaxKind.ConstKeyword)
        && !IsLock(field.Declaration.Type, model)
            ? [Edit.Insert(field.Declaration.SpanStart, "static ")]
            : [];

    private static bool IsLock(TypeSyntax declared, SemanticModel model) =>
        model.GetTypeInfo(declared).Type is { } type
        && (
            type.SpecialType == SpecialType.System_Object
            || type.ToDisplayString() == "System.Threading.Lock"
        );
}
