using System.CommandLine;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Memory;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>log</c>: the last failure in full.</summary>
internal static class LogCommand
{
    public static Command Create()
    {
        var command = new Command(
            "log",
            "Shows the last failure in full: the whole schedule, and all that the kata wrote to the console."
        );
        command.SetGuardedAction((_, _) => Task.FromResult(Run()));
        return command;
    }

    private static int Run()
    {
        var seat = LearnerSeat.Open();
        seat.Write(
            seat
                .Paths.Slugs()
                .Select(seat.Memory.Read)
                .OfType<ChapterMemory>()
                .Where(memory => !memory.IsGreen)
                .MaxBy(memory => memory.At)
                is { } memory
                ? Lines(seat, memory, seat.Layout)
                : [new("No failure is remembered.")]
        );
        return ExitCodes.Ok;
    }

    /// <summary>The first failure of a chapter, nothing left out.</summary>
    public static IEnumerable<FailureLine> Lines(
        LearnerSeat seat,
        ChapterMemory memory,
        FailureLayout layout
    ) =>
        new ChapterText(
            seat,
            layout with
            {
                MostRows = int.MaxValue,
                MostConsole = int.MaxValue,
            }
        ).Wrong(memory, LessonKatas.Read(seat.Paths, memory.Chapter).Select(kata => kata.Name));
}
