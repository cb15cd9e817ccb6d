using System.CommandLine;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>lesson</c>: a chapter's lesson, drawn for a terminal.</summary>
internal static class LessonCommand
{
    public static Command Create()
    {
        var chapter = KataArgument.Chapter("The chapter [default: that of the next kata].");
        var command = new Command("lesson", "Shows a chapter's lesson.") { chapter };
        command.SetGuardedAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(chapter))));
        return command;
    }

    private static int Run(string? chapter)
    {
        var seat = LearnerSeat.Open();
        var slug = chapter is null
            ? KataArgument.ResolveOrNext(seat, null, null).Slug
            : ChapterArgument.ResolveOne(seat.Paths, chapter);
        seat.Write(Lines(seat, slug, seat.Layout));
        return ExitCodes.Ok;
    }

    /// <summary>The lines of a lesson.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static IReadOnlyList<FailureLine> Lines(
        LearnerSeat seat,
        string slug,
        FailureLayout layout
    )
    {
        var path = seat.Paths.LessonOf(slug);
        return File.Exists(path)
            ? MarkdownText.Lines(File.ReadAllText(path), layout.Width, layout.Unicode)
            : throw new UsageException(
                $"{seat.Paths.Short(path)} is missing. `git checkout -- {seat.Paths.Short(path)}` brings it back."
            );
    }
}
