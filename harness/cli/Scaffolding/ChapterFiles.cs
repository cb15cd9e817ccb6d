using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Scaffolding;

/// <summary>Writes a new chapter from the templates that this assembly carries.</summary>
public static class ChapterFiles
{
    /// <summary>Writes the chapter's files.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="chapter">The chapter, as planned.</param>
    /// <returns>The projects among the files, by full path.</returns>
    public static IReadOnlyList<string> Write(WorkbookPaths paths, NewChapter chapter)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(chapter);
        var assembly = typeof(ChapterFiles).Assembly;
        var projects = new List<string>();
        foreach (var template in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var file = PathOf(paths, chapter, template);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var reader = new StreamReader(assembly.GetManifestResourceStream(template)!);
            File.WriteAllText(file, Fill(reader.ReadToEnd(), chapter));
            if (file.EndsWith(".csproj", StringComparison.Ordinal))
                projects.Add(file);
        }
        return projects;
    }

    /// <summary>The file of a template: <c>tests/15-your-topic/wrong/X.cs</c> for <c>tests/wrong/X.cs.txt</c>.</summary>
    private static string PathOf(WorkbookPaths paths, NewChapter chapter, string template)
    {
        var parts = template.Split('/');
        var (room, project) = parts[0] switch
        {
            "exercise" => (paths.Exercises, chapter.Name),
            "solution" => (paths.Solutions, chapter.Name),
            _ => (paths.Tests, $"{chapter.Name}.Tests"),
        };
        var file = Path.Combine([room, chapter.Slug, .. parts[1..]]);
        return file[..^".txt".Length]
            .Replace("Project.csproj", $"{project}.csproj", StringComparison.Ordinal);
    }

    private static string Fill(string text, NewChapter chapter) =>
        text.ReplaceLineEndings("\n")
            .Replace("$slug$", chapter.Slug, StringComparison.Ordinal)
            .Replace("$name$", chapter.Name, StringComparison.Ordinal)
            .Replace("$title$", chapter.Title, StringComparison.Ordinal)
            .Replace("$before$", chapter.Before, StringComparison.Ordinal);
}
