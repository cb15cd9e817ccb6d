using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Grading.Rules;

/// <summary>What an answer may not declare, whatever it uses for it.</summary>
/// <param name="model">One file.</param>
/// <param name="taken">The names of types that the chapter's tests define or use.</param>
/// <param name="solution">The types that the chapter's tests were compiled against.</param>
internal sealed class DeclarationRule(
    SemanticModel model,
    IReadOnlySet<string> taken,
    SolutionTypes solution
)
{
    /// <summary>Whose types nobody else may add to: a namesake could be taken for the original by a reader, a compiler or a runtime.</summary>
    private static readonly string[] TakenNamespaces =
    [
        "System",
        "Microsoft",
        "NUnit",
        "Katas.Harness",
        "VerifyNUnit",
        "VerifyTests",
    ];

    /// <summary>How a method may be compiled. What else can be said of it leaves its body to the runtime.</summary>
    private const MethodImplOptions AllowedOptions =
        MethodImplOptions.AggressiveInlining
        | MethodImplOptions.AggressiveOptimization
        | MethodImplOptions.NoInlining
        | MethodImplOptions.NoOptimization
        | MethodImplOptions.Synchronized;

    /// <summary>The complaints, each with the place.</summary>
    public IEnumerable<(string Complaint, SyntaxNode Place)> Check()
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes(descendIntoTrivia: true))
        {
            var complaint = node switch
            {
                LineOrSpanDirectiveTriviaSyntax => "#line",
                PragmaChecksumDirectiveTriviaSyntax => "#pragma checksum",
                BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => OfType(
                    (INamedTypeSymbol)model.GetDeclaredSymbol(node)!
                ),
                MemberDeclarationSyntax { Modifiers: var words }
                    when words.Any(SyntaxKind.ExternKeyword) => "extern",
                LocalFunctionStatementSyntax { Modifiers: var words }
                    when words.Any(SyntaxKind.ExternKeyword) => "extern",
                BaseMethodDeclarationSyntax method => OfMethod(method),
                AttributeSyntax attribute when AsksTheRuntime(attribute) =>
                    "System.Runtime.CompilerServices.MethodImplOptions by number",
                AttributeSyntax attribute when LaysOut(attribute) && !IsPlain(attribute) =>
                    "references that overlap",
                RefTypeExpressionSyntax or RefValueExpressionSyntax or MakeRefExpressionSyntax =>
                    "System.TypedReference",
                _ => null,
            };
            if (complaint is not null)
                yield return (complaint, node);
        }
    }

    private string? OfType(INamedTypeSymbol type)
    {
        var name = AllowedApi.NameOf(type);
        if (TakenNamespaces.Any(space => name.StartsWith(space + '.', StringComparison.Ordinal)))
            return $"the name {name}";
        if (type.ContainingType is null && taken.Contains(type.Name))
            return $"the name {type.Name}";
        return ForeignComparison(type) ?? LentTo(type) ?? solution.Difference(type);
    }

    private string? OfMethod(BaseMethodDeclarationSyntax declaration)
    {
        var method = (IMethodSymbol)model.GetDeclaredSymbol(declaration)!;
        // A nested helper may be a key in a dictionary; what tests get to see is compared by its content.
        return Comparison.Of(method) is { } name && !Comparison.IsFree(method)
            ? $"a {name} of its own in {method.ContainingType.Name}"
            : null;
    }

    /// <summary>A type that says that it equals values of another type.</summary>
    private static string? ForeignComparison(INamedTypeSymbol type) =>
        type
            .Interfaces.Where(one =>
                Comparison.Compares(one)
                && !one.TypeArguments.Any(argument =>
                    SymbolEqualityComparer.Default.Equals(argument, type)
                )
            )
            .Select(one => one.ToDisplayString())
            .FirstOrDefault();

    /// <summary>Whether an attribute says by a number, which needs no name, what nobody may say of a method.</summary>
    private bool AsksTheRuntime(AttributeSyntax attribute) =>
        model.GetTypeInfo(attribute).Type is { Name: nameof(MethodImplAttribute) }
        && attribute.ArgumentList is { } list
        && list.Arguments.Any(argument =>
            model.GetConstantValue(argument.Expression) is { HasValue: true, Value: { } value }
            && (Convert.ToInt64(value, CultureInfo.InvariantCulture) & ~(long)AllowedOptions) != 0
        );

    /// <summary>
    /// A reader, writer, encoding, calendar or generator of its own, or a value that writes itself: the framework lends it arrays of the pool from
    /// which all code of the process rents, that of the tests, too, or memory that nobody has cleared, or believes its numbers.
    /// </summary>
    private static string? LentTo(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Enum ? null
        : type.BaseType is { } parent
        && (
            parent.ContainingNamespace.ToDisplayString()
                is "System.IO"
                    or "System.Globalization"
                    or "System.Text"
            || AllowedApi.NameOf(parent) == "System.Random"
        )
        && !parent.Name.EndsWith(nameof(Exception), StringComparison.Ordinal)
            ? $"{parent.ToDisplayString()} as a base"
        : type
            .AllInterfaces.Select(AllowedApi.NameOf)
            .FirstOrDefault(name =>
                name is "System.ISpanFormattable" or "System.IUtf8SpanFormattable"
            );

    private bool LaysOut(AttributeSyntax attribute) =>
        model.GetTypeInfo(attribute).Type is { Name: "FieldOffsetAttribute" };

    /// <summary>
    /// Whether an attribute stands at a field that holds a number. References that share their bytes let one object pass for another of any type, be
    /// it in a field that is written or in one behind an event, a property or a parameter; and a struct of the framework believes what it holds.
    /// </summary>
    private bool IsPlain(AttributeSyntax attribute) =>
        attribute.Parent?.Parent is FieldDeclarationSyntax { Declaration.Type: var type }
        && type is not RefTypeSyntax
        && model.GetTypeInfo(type).Type is { } held
        && (
            held.TypeKind == TypeKind.Enum
            || held.SpecialType
                is >= SpecialType.System_Boolean
                    and <= SpecialType.System_Double
                    and not SpecialType.System_Decimal
        );
}
