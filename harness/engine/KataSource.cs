using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine;

/// <summary>Takes one kata out of a file, or puts another version of it in.</summary>
public static class KataSource
{
    /// <summary>Replaces a kata in one file by the same kata of another; what else is in the file stays.</summary>
    /// <param name="file">The file's text, whose line ends are kept.</param>
    /// <param name="other">The text that the kata is taken from.</param>
    /// <param name="kata">The kata's name: a member, or a type.</param>
    /// <returns>
    /// The new text; <see langword="null"/> when the kata cannot be told apart in <paramref name="file"/>: it does not parse, or has not the
    /// same declarations.
    /// </returns>
    public static string? Replace(string file, string other, string kata)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(other);
        var tree = CSharpSyntaxTree.ParseText(file);
        if (tree.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error))
            return null;
        var present = Declarations(tree, kata);
        var replacements = Declarations(CSharpSyntaxTree.ParseText(other), kata);
        if (present.Count == 0 || present.Count != replacements.Count)
            return null;

        var lineEnd = file.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        foreach (var (old, replacement) in present.Zip(replacements).Reverse())
        {
            file =
                file[..old.FullSpan.Start]
                + replacement.ToFullString().ReplaceLineEndings(lineEnd)
                + file[old.FullSpan.End..];
        }
        return file;
    }

    /// <summary>Whether a file declares a kata.</summary>
    /// <param name="file">The file's text.</param>
    /// <param name="kata">The kata's name.</param>
    public static bool Declares(string file, string kata) =>
        Declarations(CSharpSyntaxTree.ParseText(file), kata).Count > 0;

    /// <summary>A kata's declarations, the constructors of their types, and the members of the same file, but public ones, that they use.</summary>
    /// <param name="file">The file's text.</param>
    /// <param name="kata">The kata's name: a member, or a type.</param>
    /// <returns>The lines, without blanks at their ends, in the order of the file; none when the file does not declare the kata.</returns>
    public static IReadOnlyList<string> Lines(string file, string kata)
    {
        ArgumentNullException.ThrowIfNull(file);
        var tree = CSharpSyntaxTree.ParseText(file);
        var helpers = tree.GetRoot()
            .DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(member =>
                member.Parent is TypeDeclarationSyntax
                && !member.Modifiers.Any(SyntaxKind.PublicKeyword)
            )
            .ToList();
        var used = Declarations(tree, kata);
        used.AddRange(
            used.Select(member => member.Parent)
                .OfType<TypeDeclarationSyntax>()
                .Distinct()
                .SelectMany(type => type.Members.OfType<ConstructorDeclarationSyntax>())
                .ToList()
        );
        for (var i = 0; i < used.Count; i++)
        {
            var names = used[i]
                .DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.Text)
                .ToHashSet(StringComparer.Ordinal);
            used.AddRange(
                helpers.Where(helper =>
                    NamesOf(helper).Any(names.Contains)
                    && !used.Exists(one => one.FullSpan.Contains(helper.FullSpan))
                )
            );
        }
        return
        [
            .. used.OrderBy(member => member.SpanStart)
                .SelectMany(member =>
                    member.ToFullString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')
                )
                .SkipWhile(string.IsNullOrWhiteSpace)
                .Select(line => line.TrimEnd()),
        ];
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) =>
        member is BaseFieldDeclarationSyntax fields
            ? fields.Declaration.Variables.Select(variable => variable.Identifier.Text)
        : NameOf(member) is { } name ? [name]
        : [];

    /// <summary>The outermost declarations with a name: a type's constructors are part of the type.</summary>
    private static List<MemberDeclarationSyntax> Declarations(SyntaxTree tree, string kata) =>
        [
            .. tree.GetRoot()
                .DescendantNodes(node =>
                    node is not MemberDeclarationSyntax member || NameOf(member) != kata
                )
                .OfType<MemberDeclarationSyntax>()
                .Where(member =>
                    NameOf(member) == kata && member is not ConstructorDeclarationSyntax
                ),
        ];

    private static string? NameOf(MemberDeclarationSyntax member) =>
        member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            EventDeclarationSyntax @event => @event.Identifier.Text,
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            _ => null,
        };
}
