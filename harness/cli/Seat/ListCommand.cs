using System.CommandLine;
using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Cli.Seat;

/// <summary><c>list</c>: every chapter with its katas and what is remembered of them; runs nothing.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command(
            "list",
            "Shows every chapter and kata, with a tick at those that are done. Runs nothing: it shows what is remembered."
        );
        command.SetGuardedAction((_, _) => Task.FromResult(Run()));
        return command;
    }

    private static int Run()
    {
        var seat = LearnerSeat.Open();
        seat.Write(Lines(seat, seat.Layout));
        return ExitCodes.Ok;
    }

    private static IEnumerable<FailureLine> Lines(LearnerSeat seat, FailureLayout layout)
    {
        var marks = new Marks(layout.Unicode);
        var slugs = seat.Paths.Slugs();
        var width = slugs.Max(slug => slug.Length);
        var all = KataProgress.OfWorkbook(seat);
        foreach (var slug in slugs)
        {
            var katas = all.Where(kata => kata.Slug == slug).ToList();
            var names = katas.Select(kata => $"{marks.Of(kata.State)} {kata.Kata.Name}");
            var isDone = katas.TrueForAll(kata => kata.State == KataState.Green);
            foreach (
                var (line, i) in TextWidth
                    .WrapItems(names, Math.Max(layout.Width - width - 2, width))
                    .Select((line, i) => (line, i))
            )
                yield return new(
                    $"{(i == 0 ? slug : "").PadRight(width)}  {line}",
                    isDone ? Emphasis.Expected : Emphasis.None
                );
        }
        var done = all.Count(kata => kata.State == KataState.Green);
        yield return new("");
        yield return new($"{done} of {all.Count} katas are done. {Legend(marks)}");
        if (KataProgress.Next(all) is { } next)
            yield return new(
                $"Next: {next.Kata.Name}  {seat.PlaceOf(next.Slug, next.Kata.Name)}".TrimEnd()
            );
    }

    private static string Legend(Marks marks) =>
        $"{marks.Of(KataState.Green)} done, {marks.Of(KataState.Red)} red, {marks.Of(KataState.Changed)} changed since, {marks.Of(KataState.NotRun)} not run yet.";
}
