using System.CommandLine;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>reset</c>: the stub again, the answer kept.</summary>
internal static class ResetCommand
{
    public static Command Create()
    {
        var chapter = new Argument<string>("chapter")
        {
            Description = "The chapter.",
        }.RefuseOptions();
        var part = new Argument<string?>("part")
        {
            Description = "A kata, by its name or number, or a file [default: the whole chapter].",
            Arity = ArgumentArity.ZeroOrOne,
        }.RefuseOptions();
        var command = new Command(
            "reset",
            "Puts the stubs back. What stood there is kept below .kata/, and `kata undo` brings it back."
        )
        {
            chapter,
            part,
        };
        command.SetGuardedAction(
            (parsed, _) =>
                Task.FromResult(Run(parsed.GetRequiredValue(chapter), parsed.GetValue(part)))
        );
        return command;
    }

    private static int Run(string chapter, string? part)
    {
        var seat = LearnerSeat.Open();
        var slug = ChapterArgument.ResolveOne(seat.Paths, chapter);
        if (KataReset.Run(seat, slug, part) is not { } kept)
        {
            Prose.Out("Nothing to reset: the stubs are there already.");
            return ExitCodes.Ok;
        }
        foreach (var file in kept.Files)
            Prose.Out($"The stub is back in {file.Path}.");
        Prose.Out(
            $"Your answer is kept in {seat.Archive.PlaceOf(kept)}. `kata undo` brings it back."
        );
        return ExitCodes.Ok;
    }
}
