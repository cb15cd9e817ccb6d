using System.CommandLine;
using Katas.Harness.Cli.Seat;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Updating;

/// <summary><c>update</c>: a newer workbook, and every answer stays.</summary>
internal static class UpdateCommand
{
    public static Command Create()
    {
        var command = new Command(
            "update",
            "Brings in a newer workbook. Your answers stay; where a stub has changed under an answer, the difference is shown and kept beside it as *.stub.diff."
        );
        command.SetGuardedAction((_, _) => Task.FromResult(Run()));
        return command;
    }

    private static int Run()
    {
        var seat = LearnerSeat.Open();
        using var taken =
            WorkbookLock.TryTake(seat.Paths, WorkbookLock.Update)
            ?? throw new UsageException("Another `kata update` is under way in this workbook.");
        var report = new WorkbookUpdate(seat.Paths).Run();
        seat.Write(report is null ? [new("There is no newer workbook.")] : Lines(report));
        return ExitCodes.Ok;
    }

    /// <summary>What an update has done, for people.</summary>
    public static IEnumerable<FailureLine> Lines(UpdateReport report)
    {
        yield return new($"The workbook is up to date: {report.Replaced.Count} files are newer.");
        if (report.Archived is { } archived)
            yield return new(
                $"Files outside of exercises/ that you had changed were replaced; yours are kept in {archived}, and `kata undo` brings them back."
            );
        foreach (var (path, difference) in report.Kept)
        {
            yield return new("");
            yield return new(
                $"{path} is as you wrote it, and its stub has changed:",
                Emphasis.Heading
            );
            foreach (
                var line in difference
                    .Split('\n')
                    .SkipWhile(line => !line.StartsWith("@@", StringComparison.Ordinal))
            )
                yield return new(
                    line.TrimEnd(),
                    line.StartsWith('+') ? Emphasis.Expected
                        : line.StartsWith('-') ? Emphasis.Actual
                        : Emphasis.None
                );
            yield return new($"Kept as {path}.stub.diff.", Emphasis.Aside);
        }
    }
}
