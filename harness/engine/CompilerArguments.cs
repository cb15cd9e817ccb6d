using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Katas.Harness.Engine;

/// <summary>What the chapter's project told the compiler when it was last built: references, options, and the files the SDK adds.</summary>
internal sealed class CompilerArguments
{
    private CompilerArguments(CSharpCommandLineArguments arguments, string projectFolder)
    {
        Parse = arguments.ParseOptions.WithDocumentationMode(DocumentationMode.Parse);
        // A learner's warning is no error, whatever the solution is held to.
        var options = arguments
            .CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithSpecificDiagnosticOptions(
                arguments.CompilationOptions.SpecificDiagnosticOptions.Where(option =>
                    option.Value != ReportDiagnostic.Error
                )
            );
        WithoutSources = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(arguments.OutputFileName!),
            arguments
                .SourceFiles.Select(file => file.Path)
                .Where(path => IsBelow(path, Path.Combine(projectFolder, "obj")))
                .Select(path => SourceFile.Read(path).Parse(Parse)),
            arguments.MetadataReferences.Select(reference =>
                MetadataCache.Get(Path.Combine(projectFolder, reference.Reference))
            ),
            options
        );
        Generators = SourceGenerators.Load(
            arguments.AnalyzerReferences.Select(reference => reference.FilePath)
        );
    }

    public CSharpParseOptions Parse { get; }

    /// <summary>
    /// The chapter with all but its own sources: options, references, and the global usings and attributes that the SDK adds. What is compiled
    /// from it looks at the references once.
    /// </summary>
    public CSharpCompilation WithoutSources { get; }

    /// <summary>The framework's own source generators, made when first asked for.</summary>
    public Lazy<IReadOnlyList<ISourceGenerator>> Generators { get; }

    /// <summary>Reads what <c>harness/build/Chapter.targets</c> wrote: the project's path, then one argument a line.</summary>
    public static CompilerArguments Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var folder = Path.GetDirectoryName(lines[0])!;
        var arguments = CSharpCommandLineParser.Default.Parse(
            lines
                .Skip(1)
                .SelectMany(line =>
                    CommandLineParser.SplitCommandLineIntoArguments(line, removeHashComments: false)
                ),
            folder,
            sdkDirectory: null
        );
        return new CompilerArguments(arguments, folder);
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
