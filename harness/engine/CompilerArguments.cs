using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Katas.Harness.Engine;

/// <summary>What the chapter's project told the compiler when it was last built: references, options, and the files the SDK adds.</summary>
internal sealed class CompilerArguments
{
    private CompilerArguments(CSharpCommandLineArguments arguments, string projectFolder)
    {
        AssemblyName = Path.GetFileNameWithoutExtension(arguments.OutputFileName!);
        Parse = arguments.ParseOptions.WithDocumentationMode(DocumentationMode.Parse);
        // A learner's warning is no error, whatever the solution is held to.
        Options = arguments
            .CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithSpecificDiagnosticOptions(
                arguments.CompilationOptions.SpecificDiagnosticOptions.Where(option =>
                    option.Value != ReportDiagnostic.Error
                )
            );
        References =
        [
            .. arguments.MetadataReferences.Select(reference =>
                MetadataCache.Get(Path.Combine(projectFolder, reference.Reference))
            ),
        ];
        Generated =
        [
            .. arguments
                .SourceFiles.Select(file => file.Path)
                .Where(path => IsBelow(path, Path.Combine(projectFolder, "obj")))
                .Select(SourceFile.Read),
        ];
        Generators = SourceGenerators.Load(
            arguments.AnalyzerReferences.Select(reference => reference.FilePath)
        );
    }

    /// <summary>The name of the chapter's assembly.</summary>
    public string AssemblyName { get; }

    public CSharpParseOptions Parse { get; }

    public CSharpCompilationOptions Options { get; }

    public IReadOnlyList<MetadataReference> References { get; }

    /// <summary>Global usings and assembly attributes.</summary>
    public IReadOnlyList<SourceFile> Generated { get; }

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
