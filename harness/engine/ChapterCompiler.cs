using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Katas.Harness.Engine;

/// <summary>Compiles a chapter's files as its project would.</summary>
internal static class ChapterCompiler
{
    public static CompiledChapter Compile(
        ChapterSources sources,
        CompilerArguments arguments,
        CancellationToken cancellationToken
    ) => Emit(Model(sources, arguments, cancellationToken), cancellationToken);

    public static Compilation Model(
        ChapterSources sources,
        CompilerArguments arguments,
        CancellationToken cancellationToken
    )
    {
        var plain = arguments.WithoutSources.AddSyntaxTrees(
            sources.Files.Select(file => file.Parse(arguments.Parse, cancellationToken))
        );
        return SourceGenerators.MayApply(sources) ? SourceGenerators.Run(plain, arguments) : plain;
    }

    public static CompiledChapter Emit(Compilation compilation, CancellationToken cancellationToken)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            assembly,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: cancellationToken
        );
        return result.Success
            ? new(compilation.AssemblyName!, assembly.ToArray(), symbols.ToArray(), [])
            : new(compilation.AssemblyName!, default, default, Errors(result));
    }

    private static List<CompileError> Errors(EmitResult result) =>
        [
            .. result
                .Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => (diagnostic, place: diagnostic.Location.GetLineSpan()))
                .OrderBy(error => error.place.Path, StringComparer.Ordinal)
                .ThenBy(error => error.place.StartLinePosition)
                .Select(error => new CompileError(
                    error.place.Path,
                    error.place.StartLinePosition.Line + 1,
                    error.place.StartLinePosition.Character + 1,
                    error.diagnostic.Id,
                    error.diagnostic.GetMessage(CultureInfo.InvariantCulture)
                )),
        ];
}
