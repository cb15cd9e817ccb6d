using Katas.Harness.Explorer.Rewriting;

namespace Katas.Harness.Engine;

/// <summary>What a chapter's assembly needs before the explorer can follow it.</summary>
public static class Exploration
{
    /// <summary>Makes a copy of a chapter's assembly that the explorer can follow.</summary>
    /// <param name="chapter">The chapter, compiled without errors.</param>
    /// <param name="testAssembly">The path of its tests, with what it refers to beside them.</param>
    /// <returns>The copy, or why there can be none.</returns>
    /// <exception cref="IOException">There is no room for temporary files.</exception>
    public static (CompiledChapter? Copy, string? Error) Explorable(
        CompiledChapter chapter,
        string testAssembly
    )
    {
        ArgumentNullException.ThrowIfNull(chapter);
        var folder = Directory.CreateTempSubdirectory("katas-explored-").FullName;
        try
        {
            var assembly = Write(chapter, folder);
            return
                Rewriter.Rewrite(assembly, assembly, Path.GetDirectoryName(testAssembly)).Error
                    is { } error
                ? (null, error)
                : (
                    chapter with
                    {
                        Assembly = File.ReadAllBytes(assembly),
                        Symbols = File.ReadAllBytes(Path.ChangeExtension(assembly, ".pdb")),
                    },
                    null
                );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Rewrites an assembly where it lies, with its symbols beside it and what it refers to.</summary>
    /// <returns>Why it cannot be, or <see langword="null"/>.</returns>
    internal static string? Prepare(string assembly) => Rewriter.Rewrite(assembly, assembly).Error;

    /// <summary>Writes a chapter's assembly into a folder, with its symbols beside it.</summary>
    /// <returns>The path of the assembly.</returns>
    internal static string Write(CompiledChapter chapter, string folder)
    {
        var assembly = Path.Combine(folder, $"{chapter.Name}.dll");
        File.WriteAllBytes(assembly, chapter.Assembly.Span);
        File.WriteAllBytes(Path.ChangeExtension(assembly, ".pdb"), chapter.Symbols.Span);
        return assembly;
    }
}
