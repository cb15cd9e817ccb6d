using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants;

/// <summary>What operators ask the compiler's model.</summary>
internal static class CodeSymbols
{
    /// <summary>The method that a call calls, when it is one of the framework's or a library's with one of these names.</summary>
    public static IMethodSymbol? Calls(
        this SemanticModel model,
        SyntaxNode node,
        string type,
        params ReadOnlySpan<string> names
    ) =>
        node is InvocationExpressionSyntax
        && model.GetSymbolInfo(node).Symbol is IMethodSymbol method
        && method.ContainingType.Name == type
        && names.Contains(method.Name)
            ? method
            : null;

    /// <summary>Whether an expression has a type of this name, or derives from it.</summary>
    public static bool Is(this SemanticModel model, ExpressionSyntax expression, string type) =>
        Is(model.GetTypeInfo(expression).Type, type);

    public static bool Is(this ITypeSymbol? symbol, string type)
    {
        for (; symbol is not null; symbol = symbol.BaseType)
        {
            if (symbol.Name == type)
                return true;
        }
        return false;
    }

    public static bool IsNumber(this SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type
            is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double }
                or { Name: nameof(TimeSpan) };

    /// <summary>Whether an expression is a task.</summary>
    public static bool IsTask(this SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type is { Name: nameof(Task) or nameof(ValueTask) };

    /// <summary>A type as one writes it anywhere.</summary>
    public static string Text(this ITypeSymbol type) =>
        type.ToDisplayString(
            SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
                SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            )
        );

    /// <summary>The call of an expression statement, awaited or not.</summary>
    public static InvocationExpressionSyntax? Call(this StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: var expression }
            ? (expression is AwaitExpressionSyntax await ? await.Expression : expression)
                as InvocationExpressionSyntax
            : null;

    /// <summary>What a call is made on: <c>thread</c> in <c>thread.Join()</c>.</summary>
    public static ExpressionSyntax? Receiver(this InvocationExpressionSyntax call) =>
        (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    /// <summary>The name of the called method.</summary>
    public static SyntaxToken? MethodName(this InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier,
            MemberBindingExpressionSyntax member => member.Name.Identifier,
            SimpleNameSyntax name => name.Identifier,
            _ => null,
        };

    public static IReadOnlyList<ExpressionSyntax> Arguments(this InvocationExpressionSyntax call) =>
        [.. call.ArgumentList.Arguments.Select(argument => argument.Expression)];

    /// <summary>Whether a node is inside an attribute, where constants are not code.</summary>
    public static bool IsInAttribute(this SyntaxNode node) =>
        node.Ancestors().Any(ancestor => ancestor is AttributeSyntax);

    /// <summary>The method, accessor, local function or lambda around a node.</summary>
    public static SyntaxNode? Function(this SyntaxNode node) =>
        node.Ancestors()
            .FirstOrDefault(ancestor =>
                ancestor
                    is BaseMethodDeclarationSyntax
                        or AccessorDeclarationSyntax
                        or LocalFunctionStatementSyntax
                        or AnonymousFunctionExpressionSyntax
                        or PropertyDeclarationSyntax
            );

    /// <summary>Whether <c>await</c> may stand where a node stands.</summary>
    public static bool IsInAsync(this SyntaxNode node) =>
        node.Function() switch
        {
            BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(
                SyntaxKind.AsyncKeyword
            ),
            AnonymousFunctionExpressionSyntax function => function.AsyncKeyword.IsKind(
                SyntaxKind.AsyncKeyword
            ),
            _ => false,
        };

    /// <summary>The member of a type in which a node stands; <see langword="null"/> for what belongs to the type itself.</summary>
    public static MemberDeclarationSyntax? Member(this SyntaxNode node) =>
        node.AncestorsAndSelf()
            .OfType<MemberDeclarationSyntax>()
            .FirstOrDefault(member =>
                member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)
            );
}
