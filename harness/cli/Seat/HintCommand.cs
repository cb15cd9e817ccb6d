using System.CommandLine;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>hint</c>: one of the three hints for a kata.</summary>
internal static class HintCommand
{
    public static Command Create()
    {
        var chapter = KataArgument.Chapter("The chapter [default: that of the next kata].");
        var kata = KataArgument.Kata(
            "The kata: its name or number [default: the first that is not done]."
        );
        var level = new Option<int>("--level")
        {
            Description = "1 a nudge, 2 an idea, 3 nearly the code.",
            DefaultValueFactory = _ => 1,
            CustomParser = result => WholeNumber.Parse(result, "--level", 1, 3),
        };
        var command = new Command("hint", "Shows a hint for a kata, each level telling more.")
        {
            chapter,
            kata,
            level,
        };
        command.SetGuardedAction(
            (parsed, _) =>
                Task.FromResult(
                    Run(parsed.GetValue(chapter), parsed.GetValue(kata), parsed.GetValue(level))
                )
        );
        return command;
    }

    private static int Run(string? chapter, string? name, int level)
    {
        var seat = LearnerSeat.Open();
        var (slug, kata) = KataArgument.ResolveOrNext(seat, chapter, name);
        seat.Write(Lines(seat, slug, kata.Name, level, seat.Layout));
        if (level < KataHints.LevelNames.Count)
            seat.Write([
                new(""),
                new($"More: kata hint {slug[..2]} {kata.Name} --level {level + 1}", Emphasis.Aside),
            ]);
        return ExitCodes.Ok;
    }

    /// <summary>A hint with its heading.</summary>
    /// <exception cref="UsageException">The chapter has no such hint.</exception>
    public static IReadOnlyList<FailureLine> Lines(
        LearnerSeat seat,
        string slug,
        string kata,
        int level,
        FailureLayout layout
    )
    {
        var levels = KataHints
            .Read(seat.Paths, slug)
            .FirstOrDefault(one => one.Kata == kata)
            ?.Levels;
        if (levels is null || levels.Count < level)
            throw new UsageException(
                $"{seat.Paths.Short(seat.Paths.HintsOf(slug))} has no hint {level} for {kata}."
            );
        var hint = levels[level - 1];
        return
        [
            new($"{kata}, hint {level} of {levels.Count}: {hint.Name}", Emphasis.Heading),
            new(""),
            .. MarkdownText.Lines(hint.Text, layout.Width, layout.Unicode),
        ];
    }
}
