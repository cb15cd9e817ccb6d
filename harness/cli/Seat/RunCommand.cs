using System.CommandLine;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>run</c>: the verdicts on a chapter, or on one kata of it.</summary>
/// <remarks>Exit codes: 0 all its tests pass; 1 some do not, or it does not compile; 2 it could not be run; 130 stopped by Ctrl+C.</remarks>
internal static class RunCommand
{
    public static Command Create()
    {
        var chapter = KataArgument.Chapter(
            "The chapter, for example 03-first-thread, first-thread or 03 [default: that of the next kata]."
        );
        var kata = KataArgument.Kata(
            "Show and judge only this kata: its name or number [default: all]."
        );
        var again = new Option<bool>("--again")
        {
            Description = "Run the tests even if nothing has changed since their last run.",
        };
        var command = new Command(
            "run",
            "Runs a chapter's tests on your files. What has not changed since its last run is not run again. Exit code 0 when all pass, 1 when some do not, 2 when they could not be run."
        )
        {
            chapter,
            kata,
            again,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) =>
                Run(
                    parsed.GetValue(chapter),
                    parsed.GetValue(kata),
                    parsed.GetValue(again),
                    cancellationToken
                )
        );
        return command;
    }

    /// <summary>Runs a chapter once and shows what came of it.</summary>
    public static async Task<int> Run(
        string? chapter,
        string? kata,
        bool again,
        CancellationToken cancellationToken
    )
    {
        var seat = LearnerSeat.Open();
        var slug = chapter is null
            ? KataArgument.ResolveOrNext(seat, null, null).Slug
            : ChapterArgument.ResolveOne(seat.Paths, chapter);
        var only = KataArgument.Resolve(seat.Paths, slug, kata);
        var memory = again ? null : seat.Memory.ReadCurrent(slug);
        if (memory is not null)
            await Console
                .Error.WriteLineAsync(
                    "Nothing has changed since the last run, which is shown again (--again runs it)."
                )
                .ConfigureAwait(false);
        else
        {
            var runner = new ChapterRunner(seat, Prose.Error);
            await using var disposal = runner.ConfigureAwait(false);
            memory = await runner.Run(slug, cancellationToken).ConfigureAwait(false);
        }
        if (only is not null)
            memory = memory with { Tests = [.. memory.Of(only.Name)] };
        seat.Write(new ChapterText(seat, seat.Layout).Lines(memory));
        return memory.IsGreen ? ExitCodes.Ok : ExitCodes.Found;
    }
}
