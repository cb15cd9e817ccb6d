using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Katas.Harness.Engine.Verifier;

/// <summary>
/// Every snippet of C# in lesson and hints compiles against the solution, as a program with the chapter's and the harness's namespaces or,
/// failing that, as members of a class.
/// </summary>
internal static class SnippetRule
{
    private static readonly string[] Pages = ["README.md", "hints.md"];

    private static readonly string[] HarnessNamespaces =
    [
        "Katas.Harness.Executors",
        "Katas.Harness.Probes",
        "Katas.Harness.Timing",
    ];

    public static async Task<Findings> Check(
        ChapterUnderCheck chapter,
        CancellationToken cancellationToken
    )
    {
        var model = await chapter
            .Engine.Model(chapter.Slug, chapter.SolutionSources, cancellationToken)
            .ConfigureAwait(false);
        var library = model.AddReferences(await TestReferences(chapter).ConfigureAwait(false));
        var usings = HarnessNamespaces
            .Where(name => Exists(library, name))
            .Append($"Katas.{chapter.Name}")
            .Select(name => $"global using {name};");
        var frame = library
            .RemoveSyntaxTrees(library.SyntaxTrees.Where(tree => !IsGlobalUsings(tree)))
            .AddSyntaxTrees(
                CSharpSyntaxTree.ParseText(
                    string.Join('\n', usings),
                    (CSharpParseOptions)model.SyntaxTrees.First().Options,
                    cancellationToken: cancellationToken
                )
            )
            .AddReferences(model.ToMetadataReference())
            .WithAssemblyName("Snippet");
        var pages = Pages
            .Select(page => MarkdownPage.TryRead(Path.Combine(chapter.Exercise, page)))
            .OfType<MarkdownPage>();
        return Findings.Of(
            pages
                .SelectMany(page => page.Snippets())
                .SelectMany(snippet => Errors(chapter, (CSharpCompilation)frame, snippet))
        );
    }

    private static IEnumerable<string> Errors(
        ChapterUnderCheck chapter,
        CSharpCompilation frame,
        Snippet snippet
    )
    {
        var errors = Compile(
            frame,
            SnippetProgram.AsProgram(snippet),
            OutputKind.ConsoleApplication
        );
        if (errors.Count > 0)
        {
            var asMembers = Compile(
                frame,
                SnippetProgram.AsMembers(snippet),
                OutputKind.DynamicallyLinkedLibrary
            );
            if (asMembers.Count == 0)
                return [];
        }
        return errors.Select(error =>
        {
            var line = error.Location.GetMappedLineSpan().StartLinePosition.Line + 1;
            return $"{chapter.Short(snippet.Page)}:{line}: the snippet does not compile: {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} What it needs goes into a comment before it: <!-- given: … -->.";
        });
    }

    private static List<Diagnostic> Compile(CSharpCompilation frame, string code, OutputKind kind)
    {
        var tree = CSharpSyntaxTree.ParseText(
            code,
            (CSharpParseOptions)frame.SyntaxTrees[0].Options
        );
        var result = frame
            .WithOptions(frame.Options.WithOutputKind(kind))
            .AddSyntaxTrees(tree)
            .Emit(Stream.Null, options: new EmitOptions(metadataOnly: false));
        return
        [
            .. result.Diagnostics.Where(diagnostic =>
                diagnostic.Severity == DiagnosticSeverity.Error
            ),
        ];
    }

    /// <summary>A lesson may show a test, so it sees what tests see.</summary>
    private static async Task<IEnumerable<MetadataReference>> TestReferences(
        ChapterUnderCheck chapter
    )
    {
        await chapter.Engine.Prepare([chapter.Slug]).ConfigureAwait(false);
        var folder = Path.GetDirectoryName(chapter.Engine.TestAssemblyOf(chapter.Slug))!;
        return Directory
            .EnumerateFiles(folder, "*.dll")
            .Where(file =>
                Path.GetFileName(file) is var name
                && (
                    name == "nunit.framework.dll"
                    || (
                        name.StartsWith("Katas.Harness.", StringComparison.Ordinal)
                        && name != "Katas.Harness.Core.dll"
                    )
                )
            )
            .Select(file => MetadataReference.CreateFromFile(file));
    }

    private static bool Exists(Compilation compilation, string name)
    {
        INamespaceSymbol? space = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
            space = space?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
        return space is not null;
    }

    private static bool IsGlobalUsings(SyntaxTree tree) =>
        tree.FilePath.EndsWith("GlobalUsings.g.cs", StringComparison.Ordinal);
}
