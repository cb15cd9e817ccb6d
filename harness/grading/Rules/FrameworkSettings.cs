using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Grading.Rules;

/// <summary>
/// Properties of the framework that an answer may read and not set: static ones, such as <see cref="Environment.CurrentDirectory"/>, by which it
/// would change what its tests see, and one by which it would reach foreign memory.
/// </summary>
internal static class FrameworkSettings
{
    /// <summary>Those that belong to the calling thread, as a rule for a moment.</summary>
    private static readonly string[] OfThread = ["CurrentCulture", "CurrentUICulture"];

    /// <summary>Whether a use of a symbol sets such a property.</summary>
    /// <param name="symbol">What is used.</param>
    /// <param name="place">Where.</param>
    public static bool IsSet(ISymbol symbol, SyntaxNode place) =>
        symbol is IPropertySymbol property
        && (
            property.IsStatic
                ? !OfThread.Contains(property.Name, StringComparer.Ordinal)
                : IsLengthOfBits(property)
        )
        && IsTarget(place);

    /// <summary>Whether a member of the framework that an answer has borrowed is the setter of such a property, and its name.</summary>
    /// <param name="member">What is borrowed.</param>
    /// <param name="name">Its name, as a student reads it.</param>
    public static bool Sets(ISymbol member, [NotNullWhen(true)] out string? name)
    {
        name = member is IMethodSymbol { IsStatic: true, MethodKind: MethodKind.PropertySet }
            ? $"{member.ContainingType.ToDisplayString()}.{((IMethodSymbol)member).AssociatedSymbol!.Name} = …"
            : null;
        return name is not null;
    }

    /// <summary>Who changes the length of bits while they are copied has the framework write past the end of the copy.</summary>
    private static bool IsLengthOfBits(IPropertySymbol property) =>
        property is { Name: "Length", ContainingType.Name: "BitArray" };

    private static bool IsTarget(SyntaxNode place)
    {
        var whole = place;
        while (
            whole.Parent is MemberAccessExpressionSyntax member && member.Name == whole
            || whole.Parent is AliasQualifiedNameSyntax or ParenthesizedExpressionSyntax
        )
            whole = whole.Parent!;
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsTarget(tuple),
            PostfixUnaryExpressionSyntax { OperatorToken.Text: "++" or "--" }
            or PrefixUnaryExpressionSyntax { OperatorToken.Text: "++" or "--" } => true,
            _ => false,
        };
    }
}
