using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Katas.Harness.Engine;

/// <summary>The source generators that come with the framework: native calls, regular expressions, JSON.</summary>
internal static class SourceGenerators
{
    private const string FrameworkPack = "Microsoft.NETCore.App.Ref";

    public static Lazy<IReadOnlyList<ISourceGenerator>> Load(IEnumerable<string> analyzers)
    {
        var paths = analyzers
            .Where(path => path.Contains(FrameworkPack, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return new(() =>
        {
            var loader = new Loader();
            return
            [
                .. paths.SelectMany(path =>
                    new AnalyzerFileReference(path, loader).GetGenerators(LanguageNames.CSharp)
                ),
            ];
        });
    }

    /// <summary>Each of these generators completes something partial, so that without the word there is nothing to generate.</summary>
    public static bool MayApply(ChapterSources sources) =>
        sources.Files.Any(file => file.Text.Contains("partial", StringComparison.Ordinal));

    public static Compilation Run(CSharpCompilation compilation, CompilerArguments arguments)
    {
        CSharpGeneratorDriver
            .Create(arguments.Generators.Value, parseOptions: arguments.Parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var result, out _);
        return result;
    }

    /// <summary>Loads generators beside the compiler of this process.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        private readonly AssemblyLoadContext _context = new("source generators");

        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath)
        {
            var folder = Path.GetDirectoryName(fullPath)!;
            _context.Resolving += (context, name) =>
                Path.Combine(folder, $"{name.Name}.dll") is var file && File.Exists(file)
                    ? context.LoadFromAssemblyPath(file)
                    : null;
            return _context.LoadFromAssemblyPath(fullPath);
        }
    }
}
