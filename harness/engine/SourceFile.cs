using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Katas.Harness.Engine;

/// <summary>One file of C#.</summary>
/// <param name="Path">Where it stands; errors and stack traces name it.</param>
/// <param name="Text">What it says.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it stands.</param>
    public static SourceFile Read(string path) => new(path, File.ReadAllText(path));

    /// <summary>Its syntax tree.</summary>
    internal SyntaxTree Parse(
        CSharpParseOptions options,
        CancellationToken cancellationToken = default
    ) =>
        CSharpSyntaxTree.ParseText(
            SourceText.From(Text, Encoding.UTF8),
            options,
            Path,
            cancellationToken
        );
}
