using System.CommandLine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary><c>--against</c>, as in <c>dotnet test -p:Against=…</c>.</summary>
internal static class AgainstOption
{
    public static Option<string> Create() =>
        new("--against")
        {
            Description =
                "Whose chapters: exercises, solutions, or a folder with chapter sub-folders.",
            DefaultValueFactory = _ => "exercises",
        };

    /// <summary>The folder that is meant.</summary>
    /// <exception cref="UsageException">It is not there.</exception>
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
}
