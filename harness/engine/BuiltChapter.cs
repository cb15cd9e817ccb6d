using Microsoft.CodeAnalysis;

namespace Katas.Harness.Engine;

/// <summary>What the build of a chapter has told the compiler, for a program that may see no more of the workbook.</summary>
public sealed class BuiltChapter
{
    private readonly CompilerArguments _arguments;

    private BuiltChapter(CompilerArguments arguments) => _arguments = arguments;

    /// <summary>Reads it.</summary>
    /// <param name="compilerArguments">The file that <see cref="ChapterEngine.CompilerArgumentsOf"/> names.</param>
    public static BuiltChapter Read(string compilerArguments) =>
        new(CompilerArguments.Read(compilerArguments));

    /// <summary>Reads one file as the compiler would.</summary>
    /// <param name="file">The file.</param>
    public SyntaxTree Parse(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Parse(_arguments.Parse);
    }

    /// <inheritdoc cref="ChapterEngine.Model" path="/summary"/>
    /// <param name="sources">What to read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The compiler's model, with whatever errors there are.</returns>
    public Compilation Model(
        ChapterSources sources,
        CancellationToken cancellationToken = default
    ) => ChapterCompiler.Model(sources, _arguments, cancellationToken);
}
