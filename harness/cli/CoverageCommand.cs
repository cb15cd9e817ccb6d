using System.CommandLine;
using System.Globalization;
using Katas.Harness.Cli.Coverage;
using Katas.Harness.Workbook;
using Spectre.Console;

namespace Katas.Harness.Cli;

/// <summary><c>coverage</c>: runs every chapter's tests with the coverage collector, and writes the HTML report and <c>summary.json</c>.</summary>
/// <remarks>
/// Exit codes: 0 the report is complete, however the tests went; 1 it could not be made; 2 there is no such folder to run against; 3 a chapter
/// is missing from the report.
/// </remarks>
internal static class CoverageCommand
{
    private const int Failed = 1;
    private const int ChapterMissing = 3;
    private const string SummaryFile = "summary.json";

    public static Command Create()
    {
        var against = AgainstOption.Create();
        var output = new Option<string?>("--output")
        {
            Description =
                "The folder for the report [default: TestResults/coverage in the workbook].",
        };
        var command = new Command(
            "coverage",
            "Runs every chapter's tests with the coverage collector and writes an HTML report and summary.json. Exit code 0 when the report is complete, however the tests went, 1 when it could not be made, 2 when there is no such folder, 3 when a chapter is missing from it."
        )
        {
            against,
            output,
        };
        command.SetGuardedAction(
            (parsed, _) =>
                Task.FromResult(Run(parsed.GetRequiredValue(against), parsed.GetValue(output)))
        );
        return command;
    }

    private static int Run(string against, string? output)
    {
        var paths = WorkbookPaths.Find();
        var chapters = AgainstOption.Folder(paths, against);
        var folder = Path.GetFullPath(output ?? paths.Coverage);
        var (raw, html) = (Path.Combine(folder, "raw"), Path.Combine(folder, "html"));
        RemoveOldReport(folder, raw, html);
        Directory.CreateDirectory(raw);

        RunTests(paths, chapters, raw);
        if (!File.Exists(Path.Combine(raw, RunReport.FileName)))
            return Fail("The tests could not be run. The reason is in the lines above.", Failed);

        var run = RunReport.Read(raw);
        var files = CoverageReport.Files(raw, run);
        if (files.Count > 0 && CoverageReport.Generate(paths, files.Values, html) != 0)
            return Fail("ReportGenerator failed. The reason is in the lines above.", Failed);

        return Summarise(paths, against, run, folder, files.Count > 0 ? html : null);
    }

    /// <summary>When this run fails, nobody should take an older report for its own.</summary>
    private static void RemoveOldReport(string folder, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (Directory.Exists(part))
                Directory.Delete(part, recursive: true);
        }
        if (Directory.Exists(folder))
            File.Delete(Path.Combine(folder, SummaryFile));
    }

    private static void RunTests(WorkbookPaths paths, string against, string results) =>
        ChildProgram.Run(
            "dotnet",
            [
                "test",
                paths.SolutionPath,
                $"-p:Against={Escape(against)}",
                "-p:HarnessTests=false",
                "--collect",
                "XPlat Code Coverage",
                "--settings",
                paths.CoverageSettings,
                "--results-directory",
                results,
            ],
            paths.Root,
            isQuiet: false
        );

    /// <summary>MSBuild divides a property at commas and semicolons unless they are escaped.</summary>
    private static string Escape(string path) =>
        path.Replace("%", "%25", StringComparison.Ordinal)
            .Replace(",", "%2C", StringComparison.Ordinal)
            .Replace(";", "%3B", StringComparison.Ordinal);

    /// <param name="html">The folder of the HTML report; <see langword="null"/> when no chapter has left coverage.</param>
    private static int Summarise(
        WorkbookPaths paths,
        string against,
        RunReport run,
        string folder,
        string? html
    )
    {
        var byAssembly = html is null
            ? new Dictionary<string, double>(StringComparer.Ordinal)
            : CoverageReport.Read(html);
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
            var path = Path.Combine(folder, SummaryFile);
            AtomicFile.WriteAllText(path, summary.ToJson());
            Show(summary, html is null ? path : Path.Combine(html, "index.html"));
            return ExitCodes.Ok;
        }
        catch (MissingCoverageException e)
        {
            return Fail(e.Message, ChapterMissing);
        }
    }

    private static void Show(CoverageSummary summary, string report)
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
        var console = Terminal.Out();
        console.Write(table);
        console.WriteLine($"Report: {report}");
    }

    private static int Fail(string message, int exitCode)
    {
        Prose.Error(message);
        return exitCode;
    }
}
