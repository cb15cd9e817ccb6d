using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants;

/// <summary>Finds every mutant of a chapter's reference answer, compiling or not.</summary>
internal static class MutantGenerator
{
    /// <param name="model">The reference answer.</param>
    /// <param name="exercise">The chapter as the learner gets it: a member that is the same there is given, and no answer.</param>
    /// <param name="operators">How to change it.</param>
    public static IReadOnlyList<Mutant> Generate(
        Compilation model,
        ChapterSources exercise,
        IReadOnlyList<IMutationOperator> operators
    )
    {
        var given = Members(exercise.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text)))
            .ToHashSet(StringComparer.Ordinal);
        var names = new Dictionary<MutantId, int>();
        return
        [
            .. model
                .SyntaxTrees.Where(tree => !IsGenerated(tree.FilePath))
                .SelectMany(tree => Mutants(tree, model.GetSemanticModel(tree), given, operators))
                .DistinctBy(mutant => (mutant.File, Squeeze(mutant.Changed.ToString())))
                .Select(mutant => mutant with { Id = Numbered(mutant.Id, names) }),
        ];
    }

    private static IEnumerable<Mutant> Mutants(
        SyntaxTree tree,
        SemanticModel model,
        HashSet<string> given,
        IReadOnlyList<IMutationOperator> operators
    )
    {
        var text = tree.GetText();
        var members = tree.GetRoot()
            .DescendantNodes()
            .Where(node => node.Member() == node && !given.Contains(Text(node)))
            .ToList();
        // Operator by operator: of two that make the same, the first that is found counts.
        foreach (var change in operators)
        {
            foreach (var node in members.SelectMany(member => member.DescendantNodesAndSelf()))
            {
                foreach (var edit in change.At(node, model))
                {
                    var changed = text.WithChanges(edit.Changes);
                    var diff = LineDiff.Of(text.ToString(), changed.ToString());
                    yield return new Mutant(
                        new MutantId(change.Name, NameOf(node), Hash(node, edit)),
                        tree.FilePath,
                        diff.Line,
                        diff.Lines
                    )
                    {
                        Original = tree,
                        Changed = tree.WithChangedText(changed),
                    };
                }
            }
        }
    }

    /// <summary>The same change of the same code may be possible twice in one member; the second is called so.</summary>
    private static MutantId Numbered(MutantId id, Dictionary<MutantId, int> names)
    {
        var count = names[id] = names.GetValueOrDefault(id) + 1;
        return count == 1
            ? id
            : id with
            {
                Hash = string.Create(CultureInfo.InvariantCulture, $"{id.Hash}-{count}"),
            };
    }

    private static string NameOf(SyntaxNode node)
    {
        var member = node.Member()!;
        var type = member.Ancestors().OfType<BaseTypeDeclarationSyntax>().First().Identifier.Text;
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            EventDeclarationSyntax property => property.Identifier.Text,
            BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
            ConstructorDeclarationSyntax => "constructor",
            IndexerDeclarationSyntax => "indexer",
            _ => member.Kind().ToString(),
        };
        return $"{type}.{name}";
    }

    /// <summary>Of the expression around a node, or the node itself, and of what comes where in it; white space does not count.</summary>
    private static string Hash(SyntaxNode node, Edit edit)
    {
        var context = node;
        while (
            context.Parent is ExpressionSyntax and not AnonymousFunctionExpressionSyntax
            || context.Parent is BaseArgumentListSyntax or ArgumentSyntax
        )
            context = context.Parent;
        var parts = new StringBuilder(Squeeze(context.ToString()));
        var source = node.SyntaxTree.GetText();
        foreach (var change in edit.Changes)
        {
            var before = Math.Min(change.Span.Start, context.SpanStart);
            var offset = Squeeze(source.ToString(new(before, change.Span.Start - before))).Length;
            parts.Append(
                CultureInfo.InvariantCulture,
                $"\n{offset} {change.Span.Length == 0} {Squeeze(change.NewText!)}"
            );
        }
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, 4));
    }

    private static IEnumerable<string> Members(IEnumerable<SyntaxTree> trees) =>
        trees
            .SelectMany(tree => tree.GetRoot().DescendantNodes())
            .Where(node => node.Member() == node)
            .Select(Text);

    /// <summary>A member without its comments.</summary>
    private static string Text(SyntaxNode member) =>
        string.Join(' ', member.DescendantTokens().Select(token => token.Text));

    private static string Squeeze(string text) =>
        string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static bool IsGenerated(string path) =>
        path.Length == 0
        || path.Split(Path.DirectorySeparatorChar).Contains("obj", StringComparer.Ordinal)
        || path.EndsWith(".g.cs", StringComparison.Ordinal);
}
