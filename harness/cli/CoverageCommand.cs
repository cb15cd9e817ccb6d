using System.CommandLine;
using System.Globalization;
using Katas.Cli.Coverage;
using Katas.Harness.Chapters;
using Spectre.Console;

namespace Katas.Cli;

/// <summary><c>coverage</c>: runs every chapter's tests with the coverage collector, and writes the HTML report and <c>summary.json</c>.</summary>
/// <remarks>Exit codes: 0 the report is complete, however the tests went; 1 it could not be made; 3 a chapter is missing from it.</remarks>
internal static class CoverageCommand
{
    private const int Failed = 1;
    private const int ChapterMissing = 3;

    public static Command Create()
    {
        var against = new Option<string>("--against")
        {
            Description =
                "Whose chapters: exercises, solutions, or a folder with chapter sub-folders.",
            DefaultValueFactory = _ => "exercises",
        };
        var output = new Option<string?>("--output")
        {
            Description =
                "The folder for the report [default: TestResults/coverage in the workbook].",
        };
        var command = new Command(
            "coverage",
            "Runs every chapter's tests with the coverage collector and writes an HTML report and summary.json."
        )
        {
            against,
            output,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(against), parsed.GetValue(output)));
        return command;
    }

    private static int Run(string against, string? output)
    {
        var paths = WorkbookPaths.Find();
        var folder = Path.GetFullPath(output ?? Path.Combine(paths.TestResults, "coverage"));
        var raw = Path.Combine(folder, "raw");
        if (Directory.Exists(raw))
            Directory.Delete(raw, recursive: true);
        Directory.CreateDirectory(raw);

        RunTests(
            paths,
            against is "exercises" or "solutions" ? against : Path.GetFullPath(against),
            raw
        );
        if (!File.Exists(Path.Combine(raw, RunReport.FileName)))
            return Complain("The tests could not be run; the reason stands above.", Failed);

        var run = RunReport.Read(raw);
        var files = CoverageReport.Files(raw, run);
        if (files.Count == 0)
            return Complain("The collector left no coverage for any chapter.", ChapterMissing);
        if (CoverageReport.Generate(paths, files.Values, Path.Combine(folder, "html")) != 0)
            return Complain("ReportGenerator failed; the reason stands above.", Failed);

        return Summarise(paths, against, run, folder);
    }

    private static void RunTests(WorkbookPaths paths, string against, string results) =>
        ChildProgram.Run(
            "dotnet",
            [
                "test",
                paths.SolutionPath,
                $"-p:Against={against}",
                "-p:HarnessTests=false",
                "--collect",
                "XPlat Code Coverage",
                "--settings",
                Path.Combine(paths.Tests, "coverage.runsettings"),
                "--results-directory",
                results,
            ],
            paths.Root,
            isQuiet: false
        );

    private static int Summarise(WorkbookPaths paths, string against, RunReport run, string folder)
    {
        var byAssembly = CoverageReport.Read(Path.Combine(folder, "html"));
        var bySlug = run
            .Chapters.Where(chapter => byAssembly.ContainsKey(paths.NameOf(chapter.Chapter)))
            .ToDictionary(
                chapter => chapter.Chapter,
                chapter => byAssembly[paths.NameOf(chapter.Chapter)],
                StringComparer.Ordinal
            );
        try
        {
            var summary = CoverageSummary.Join(against, run, bySlug);
            var path = Path.Combine(folder, "summary.json");
            File.WriteAllText(path + ".tmp", summary.ToJson());
            File.Move(path + ".tmp", path, overwrite: true);
            Show(summary, folder);
            return 0;
        }
        catch (MissingCoverageException e)
        {
            return Complain(e.Message, ChapterMissing);
        }
    }

    private static void Show(CoverageSummary summary, string folder)
    {
        var table = new Table().AddColumns("chapter", "tests", "lines", "");
        foreach (var row in summary.Chapters)
        {
            table.AddRow(
                new Text(row.Chapter),
                new Text($"{row.Passed}/{row.Total}"),
                new Text(
                    row.LineCoverage is { } percent
                        ? percent.ToString("0.0", CultureInfo.InvariantCulture) + " %"
                        : "no data"
                ),
                new Text(row.Note ?? "")
            );
        }
        AnsiConsole.Write(table);
        AnsiConsole.Write(new Text($"Report: {Path.Combine(folder, "html", "index.html")}\n"));
    }

    private static int Complain(string message, int exitCode)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }
}
