using System.CommandLine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary><c>--against</c>: whose chapters a command is about, as in <c>dotnet test -p:Against=…</c>.</summary>
internal static class AgainstOption
{
    public static Option<string> Create() =>
        new("--against")
        {
            Description =
                "Whose chapters: exercises, solutions, or a folder with chapter sub-folders.",
            DefaultValueFactory = _ => "exercises",
        };

    /// <summary>The folder that an option's value stands for, by full path.</summary>
    /// <exception cref="UsageException">It does not exist.</exception>
    public static string Folder(WorkbookPaths paths, string against)
    {
        var folder = against switch
        {
            "exercises" => paths.Exercises,
            "solutions" => paths.Solutions,
            _ => Path.GetFullPath(against),
        };
        return Directory.Exists(folder)
            ? folder
            : throw new UsageException(
                $"There is no folder '{folder}'. --against takes exercises, solutions, or a folder with chapter sub-folders."
            );
    }

    /// <summary>A chapter's sub-folder of such a folder.</summary>
    /// <exception cref="UsageException">It does not exist.</exception>
    public static string ChapterFolder(string folder, string slug)
    {
        var chapter = Path.Combine(folder, slug);
        return Directory.Exists(chapter)
            ? chapter
            : throw new UsageException(
                $"The folder '{folder}' has no sub-folder {slug}. Name another chapter, or another folder with --against."
            );
    }
}
