using System.CommandLine;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>next</c>: the first kata that is not done.</summary>
internal static class NextCommand
{
    public static Command Create()
    {
        var command = new Command(
            "next",
            "Shows the first kata that is not done: what to do, and where."
        );
        command.SetGuardedAction((_, _) => Task.FromResult(Run()));
        return command;
    }

    private static int Run()
    {
        var seat = LearnerSeat.Open();
        if (KataProgress.Next(KataProgress.OfWorkbook(seat)) is not { } next)
        {
            seat.Write([new("Every kata is done.")]);
            return ExitCodes.Ok;
        }
        var (slug, kata) = (next.Slug, next.Kata);
        seat.Write([
            new($"Kata {kata.Order} of {slug}: {kata.Name}", Emphasis.Heading),
            .. TextWidth
                .Wrap($"  {kata.Task}", seat.Layout.Width)
                .Select(line => new FailureLine(line)),
            new($"  {seat.PlaceOf(slug, kata.Name)}"),
            new($"  kata lesson {slug[..2]}, kata hint {slug[..2]} {kata.Name}", Emphasis.Aside),
        ]);
        return ExitCodes.Ok;
    }
}
