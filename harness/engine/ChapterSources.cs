using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine;

/// <summary>The C# files of one chapter, from wherever.</summary>
/// <param name="Files">The files.</param>
public sealed record ChapterSources(IReadOnlyList<SourceFile> Files)
{
    /// <summary>Reads every <c>*.cs</c> in and below a folder, what builds leave there excepted.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ChapterSources Read(string folder)
    {
        var files = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(Path.GetRelativePath(folder, file)))
            .Order(StringComparer.Ordinal);
        return new([.. files.Select(SourceFile.Read)]);
    }

    /// <summary>The same chapter with one file in place of those that declare the same types.</summary>
    /// <param name="answer">The file that comes in.</param>
    /// <exception cref="ArgumentException"><paramref name="answer"/> declares no type that this chapter declares.</exception>
    public ChapterSources Replace(SourceFile answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var types = TypesOf(answer).ToHashSet(StringComparer.Ordinal);
        var kept = Files.Where(file => !TypesOf(file).Any(types.Contains)).ToList();
        if (kept.Count == Files.Count)
        {
            throw new ArgumentException(
                $"{answer.Path} declares no type of the chapter, so there is nothing that it could replace.",
                nameof(answer)
            );
        }
        return new([.. kept, answer]);
    }

    private static bool IsBuilt(string path) =>
        path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    private static IEnumerable<string> TypesOf(SourceFile file) =>
        CSharpSyntaxTree
            .ParseText(file.Text)
            .GetCompilationUnitRoot()
            .DescendantNodes(node =>
                node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax
            )
            .Select(node =>
                node switch
                {
                    BaseTypeDeclarationSyntax type => type.Identifier.Text,
                    DelegateDeclarationSyntax type => type.Identifier.Text,
                    _ => null,
                }
            )
            .OfType<string>();
}
