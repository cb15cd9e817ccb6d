using System.CommandLine;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>undo</c>: brings back the answer that the last <c>reset</c> or <c>update</c> has replaced.</summary>
internal static class UndoCommand
{
    public static Command Create()
    {
        var command = new Command(
            "undo",
            "Brings back what the last `reset` or `update` has replaced; again, what the one before has. What stands there now is kept, too."
        );
        command.SetGuardedAction((_, _) => Task.FromResult(Run()));
        return command;
    }

    private static int Run()
    {
        var seat = LearnerSeat.Open();
        if (seat.Archive.Newest is not { } kept)
            throw new UsageException(
                "There is nothing to undo: no `kata reset` has replaced an answer."
            );
        var present = seat.Archive.Restore(kept);
        foreach (var file in kept.Files)
            Prose.Out(file.Existed ? $"{file.Path} is back." : $"{file.Path} is gone again.");
        Prose.Out(
            $"That was `kata {kept.Reason}`. What stood there is kept in {seat.Archive.PlaceOf(present)}."
        );
        return ExitCodes.Ok;
    }
}
