using System.CommandLine;
using Katas.Harness.Cli.Seat;
using Spectre.Console;

namespace Katas.Harness.Cli.Watch;

/// <summary><c>watch</c>: the verdict at every save, in one window.</summary>
/// <remarks>Exit codes: 0 somebody has quit it; without a terminal those of <c>run</c>; 2 it could not begin; 130 Ctrl+C.</remarks>
internal static class WatchCommand
{
    public static Command Create()
    {
        var chapter = KataArgument.Chapter("The chapter [default: that of the next kata].");
        var command = new Command(
            "watch",
            "Stays open beside your editor and tests at every save. Keys show hints, the lesson, the list, the reference answer. Without a terminal it runs once."
        )
        {
            chapter,
        };
        command.SetGuardedAction(
            (parsed, cancellationToken) => Run(parsed.GetValue(chapter), cancellationToken)
        );
        return command;
    }

    /// <summary>Watches, from the next kata on.</summary>
    /// <param name="chapter">The chapter, or <see langword="null"/> for that of the next kata.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    public static async Task<int> Run(string? chapter, CancellationToken cancellationToken)
    {
        var seat = LearnerSeat.Open();
        if (!IsTerminal(seat))
        {
            await Console
                .Error.WriteLineAsync(
                    "kata watch needs a terminal, and there is none here: the tests run once."
                )
                .ConfigureAwait(false);
            return await RunCommand
                .Run(chapter, kata: null, again: false, cancellationToken)
                .ConfigureAwait(false);
        }
        var start = Start(seat, chapter);
        using var taken =
            WorkbookLock.TryTake(seat.Paths, WorkbookLock.Watch)
            ?? throw new UsageException(
                "Another watch is open on this workbook. Go on there, or close it with q."
            );
        var hasColor = seat.Console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;
        using var terminal = new WatchTerminal(hasColor);
        var session = new WatchSession(seat, terminal, start);
        await using (session.ConfigureAwait(false))
        {
            await session.Run(cancellationToken).ConfigureAwait(false);
        }
        return ExitCodes.Ok;
    }

    private static bool IsTerminal(LearnerSeat seat) =>
        seat.Console.Profile.Capabilities.Ansi
        && !Console.IsInputRedirected
        && !Console.IsOutputRedirected;

    private static KataProgress Start(LearnerSeat seat, string? chapter)
    {
        var katas = chapter is null
            ? KataProgress.OfWorkbook(seat)
            : KataProgress.OfChapter(seat, ChapterArgument.ResolveOne(seat.Paths, chapter));
        return KataProgress.Next(katas)
            ?? (katas.Count > 0 ? katas[0] : null)
            ?? throw new UsageException(
                "The workbook has no kata: its lessons are missing. `git status` tells what is gone."
            );
    }
}
