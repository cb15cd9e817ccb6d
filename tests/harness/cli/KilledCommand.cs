using System.Diagnostics;
using System.Globalization;
using Katas.Harness.Cli.Seat;
using Katas.Harness.Cli.Updating;
using Katas.Harness.Machines;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Memory;
using Spectre.Console;

namespace Katas.Harness.Cli;

/// <summary>
/// A command in a process of its own that is killed, as by <c>kill -9</c>, before one of its changes to the disk. This assembly is the program,
/// too: no released command has a way to be stopped.
/// </summary>
internal static class KilledCommand
{
    public const string Update = "update";
    public const string Reset = "reset";
    public const string Undo = "undo";

    public static int Main(string[] args)
    {
        var (command, root) = (args[0], args[1]);
        var left = int.Parse(args[2], CultureInfo.InvariantCulture);
        using var self = Process.GetCurrentProcess();
        void Step()
        {
            if (left-- == 0)
                self.Kill();
        }
        var paths = new WorkbookPaths(root);
        var archive = new AnswerArchive(paths, Step);
        switch (command)
        {
            case Update:
                new WorkbookUpdate(paths, Step).Run();
                break;
            case Reset:
                var memory = new KataMemory(paths, Console.Error.WriteLine);
                var seat = new LearnerSeat(paths, memory, archive, AnsiConsole.Console);
                KataReset.Run(seat, LearnerWorkbook.Slug, part: null);
                break;
            case Undo:
                archive.Restore(archive.Newest!);
                break;
        }
        return ExitCodes.Ok;
    }

    /// <summary>Runs a command, and kills it before a change to the disk.</summary>
    /// <param name="command">Which.</param>
    /// <param name="root">The workbook.</param>
    /// <param name="step">How many changes it may do before.</param>
    /// <returns>Whether it was killed: <see langword="false"/> when it has no step so late, and has ended.</returns>
    public static bool StoppedAt(string command, string root, int step)
    {
        var start = DotnetHost.StartInfo(
            typeof(KilledCommand).Assembly.Location,
            command,
            root,
            step.ToString(CultureInfo.InvariantCulture)
        );
        DotnetHost.RemoveBuildVariables(start);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(errors, Is.Empty);
        return process.ExitCode != ExitCodes.Ok;
    }
}
