using System.CommandLine;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>solution</c>: the learner's answer beside the reference answer.</summary>
/// <remarks>Exit codes: 0 shown; 1 not shown, because the chapter is not green yet.</remarks>
internal static class SolutionCommand
{
    public static Command Create()
    {
        var chapter = new Argument<string>("chapter")
        {
            Description = "The chapter.",
        }.RefuseOptions();
        var anyway = new Option<bool>("--anyway")
        {
            Description = "Show it before the chapter is green.",
        };
        var command = new Command(
            "solution",
            "Shows your answer beside the reference answer, once the chapter is green. Exit code 0 when it is shown, 1 when the chapter is not green yet."
        )
        {
            chapter,
            anyway,
        };
        command.SetGuardedAction(
            (parsed, _) =>
                Task.FromResult(Run(parsed.GetRequiredValue(chapter), parsed.GetValue(anyway)))
        );
        return command;
    }

    private static int Run(string chapter, bool anyway)
    {
        var seat = LearnerSeat.Open();
        var slug = ChapterArgument.ResolveOne(seat.Paths, chapter);
        if (!anyway && seat.Memory.ReadCurrent(slug) is not { IsGreen: true })
        {
            Prose.Error(
                $"{slug} is not green yet, as far as is remembered. `kata run {slug[..2]}` tests it; `kata solution {slug[..2]} --anyway` shows the reference answer all the same."
            );
            return ExitCodes.Found;
        }
        seat.Write(AnswerComparison.Lines(seat, slug, seat.Layout));
        return ExitCodes.Ok;
    }
}
