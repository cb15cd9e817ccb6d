using System.Text.Json;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Coverage;

/// <summary>Turns the collector's files into the HTML report, and reads each chapter's line coverage from it.</summary>
internal static class CoverageReport
{
    /// <summary>The collector's file of each chapter that has one. The .trx logger keeps copies below a folder <c>In</c>, which are left out.</summary>
    public static IReadOnlyDictionary<string, string> Files(string results, RunReport run) =>
        run
            .Chapters.Select(chapter =>
                (chapter.Chapter, Folder: Path.Combine(results, chapter.Chapter))
            )
            .Where(chapter => Directory.Exists(chapter.Folder))
            .SelectMany(chapter =>
                Directory
                    .EnumerateDirectories(chapter.Folder)
                    .Select(folder =>
                        (chapter.Chapter, File: Path.Combine(folder, "coverage.cobertura.xml"))
                    )
            )
            .Where(chapter => File.Exists(chapter.File))
            .GroupBy(chapter => chapter.Chapter, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().File, StringComparer.Ordinal);

    /// <summary>Runs ReportGenerator, a local tool of the repository.</summary>
    /// <returns>Its exit code.</returns>
    public static int Generate(WorkbookPaths paths, IEnumerable<string> files, string folder)
    {
        var restored = ChildProgram.Run("dotnet", ["tool", "restore"], paths.Root, isQuiet: true);
        return restored != 0
            ? restored
            : ChildProgram.Run(
                "dotnet",
                [
                    "tool",
                    "run",
                    "reportgenerator",
                    $"-reports:{string.Join(';', files)}",
                    $"-targetdir:{folder}",
                    "-reporttypes:Html;JsonSummary",
                    "-verbosity:Warning",
                ],
                paths.Root,
                isQuiet: false
            );
    }

    /// <summary>The line coverage of each assembly, in percent, from ReportGenerator's summary.</summary>
    public static IReadOnlyDictionary<string, double> Read(string folder)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder, "Summary.json"))
        );
        return document
            .RootElement.GetProperty("coverage")
            .GetProperty("assemblies")
            .EnumerateArray()
            .Where(assembly => assembly.GetProperty("coverage").ValueKind == JsonValueKind.Number)
            .ToDictionary(
                assembly => assembly.GetProperty("name").GetString()!,
                assembly => assembly.GetProperty("coverage").GetDouble(),
                StringComparer.Ordinal
            );
    }
}
