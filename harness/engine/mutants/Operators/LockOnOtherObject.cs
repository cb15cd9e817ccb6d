using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Another object is locked: another field, or what another lock of the method locks.</summary>
internal sealed class LockOnOtherObject : IMutationOperator
{
    public string Name => "lock-on-other-object";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (node is not LockStatementSyntax statement)
            return [];
        var locks =
            node.Member()
                ?.DescendantNodes()
                .OfType<LockStatementSyntax>()
                .Select(other => other.Expression.ToString())
            ?? [];
        var type = node.Ancestors().OfType<TypeDeclarationSyntax>().First();
        var fields = type
            .Members.OfType<FieldDeclarationSyntax>()
            .Where(field =>
                model.GetTypeInfo(field.Declaration.Type).Type is { IsReferenceType: true }
            )
            .SelectMany(field => field.Declaration.Variables)
            .Select(variable => variable.Identifier.Text);
        return locks
            .Concat(fields.Take(2))
            .Distinct(StringComparer.Ordinal)
            .Where(other => other != statement.Expression.ToString())
            .Select(other => Edit.Replace(statement.Expression, other));
    }
}
