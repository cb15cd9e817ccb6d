using System.Globalization;
using System.Text;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer.Report;

/// <summary>Makes the exception for a failing schedule. Its message is the report.</summary>
internal static class FailureReport
{
    public static ExplorationException Of(
        Failure failure,
        Recorder recorder,
        Execution execution,
        string schedule,
        int schedules,
        bool isReplay,
        PageFile? page
    )
    {
        var naming = new Naming(recorder.Owners, execution.Heap.Locations);
        var steps = Schedule.Of(recorder, naming);
        var headline = string.Create(
            CultureInfo.InvariantCulture,
            $"{(isReplay ? "the replayed schedule" : $"schedule {schedules:N0}")} {Headline(failure, naming)}"
        );
        List<string> advice = [.. OrderAdvice.For(recorder, naming, execution)];
        List<string> explanation = [.. DeadlockExplanation.Explain(failure, naming)];
        var replay = $"Explorer.Replay(\"{schedule}\")";

        var text = new StringBuilder(headline).Append('\n');
        if (steps.Summary.Count > 0)
            text.Append('\n');
        foreach (var line in steps.Summary)
            text.Append("  ").Append(line).Append('\n');
        if (steps.Steps.Count > 0)
            text.Append('\n').Append(ScheduleTable.Draw(steps));
        string[] folded = steps.Folded > 0 ? [FoldedText(steps.Folded)] : [];
        foreach (var line in folded)
            text.Append('\n').Append("  ").Append(line).Append('\n');
        foreach (var line in advice)
            text.Append('\n').Append("  ").Append(line).Append('\n');
        foreach (var line in explanation)
            text.Append('\n').Append("  ").Append(line);
        if (failure.Waits.Count > 0)
            text.Append('\n');
        text.Append("\nreplay: ").Append(replay);
        if (
            steps.Steps.Count > 0
            && page?.Write(() =>
                HtmlReport.Of(
                    page.Test,
                    headline,
                    [.. advice, .. explanation, .. folded],
                    replay,
                    steps,
                    naming
                )
            )
                is { } place
        )
            text.Append("\npage: ").Append(place);
        return Make(failure, text.ToString(), schedule, schedules);
    }

    private static string FoldedText(int reads) =>
        reads == 1
            ? "(A read of a captured variable that no thread changes is left out.)"
            : $"({reads} reads of captured variables that no thread changes are left out.)";

    /// <summary>For verdicts that no schedule can show.</summary>
    public static ExplorationException WithoutSchedule(Failure failure, int schedules) =>
        failure.Kind switch
        {
            FailureKind.UncontrolledWait => new UncontrolledWaitException(BlockedIn(failure))
            {
                Schedules = schedules,
            },
            FailureKind.NotModelled => new NotModelledException(NotModelled(failure))
            {
                Schedules = schedules,
            },
            _ => new NotRepeatableTestException(
                failure.Exception is UncontrolledThreadException thread
                    ? UncontrolledThread(thread)
                    : NotRepeatable((NotRepeatableException)failure.Exception!)
            )
            {
                Schedules = schedules,
            },
        };

    public static ExplorationException NotReproduced(Failure failure, int schedules) =>
        new NotRepeatableTestException(
            $"A schedule has failed ({failure.Kind}), but the same schedule, run again, did not. {Advice}",
            failure.Exception
        )
        {
            Schedules = schedules,
        };

    private const string Advice =
        "Something in the test decides by itself: a random number, a clock, a hash code, a thread that the explorer does not know, or state that outlives one run. Give it a fixed value, or make it inside Explorer.Check.";

    private static string NotRepeatable(NotRepeatableException difference)
    {
        var site = SiteMaps.Site(difference.Fiber.LastSite);
        var place = site.Place.Length == 0 ? "" : $" (near {site.Place})";
        return $"The test does not do the same thing when the same choices are made: step {difference.Step + 1} of {difference.Fiber.Name}{place} came out differently the second time. {Advice}";
    }

    private static string UncontrolledThread(UncontrolledThreadException thread)
    {
        var site = SiteMaps.Site(thread.Site);
        var what =
            site.Callee.Length > 0
                ? $"{site.Callee}, called at {site.Place}, runs code on threads that the explorer does not control"
            : site.Place.Length > 0
                ? $"A thread that the explorer does not control has come to {site.Place}"
            : "A thread that the explorer does not control runs code of this test";
        return $"{what}, so what happens cannot be repeated. Timers, Parallel and PLINQ start such threads, and so does code that is not rewritten, the test itself included. Start threads with Explorer.Together, or with Thread or Task in the code under test.";
    }

    private static string BlockedIn(Failure failure)
    {
        var site = SiteMaps.Site(failure.Site);
        var call = site.Callee.Length > 0 ? $"in {site.Callee}" : "in code that is not rewritten";
        var place = site.Place.Length > 0 ? $", called at {site.Place}" : "";
        return $"{failure.Fiber?.Name ?? "A thread"} is stuck {call}{place}, which the explorer does not control, so no other thread gets its turn. Use a primitive that it knows (lock, Monitor, SemaphoreSlim, Task: see harness/explorer/README.md), or test this part without it.";
    }

    private static string NotModelled(Failure failure)
    {
        var site = SiteMaps.Site(failure.Site);
        var instead = site.Callee.StartsWith("ParallelEnumerable", StringComparison.Ordinal)
            ? "Write the query with Task.Run and Task.WhenAll, or with a loop"
            : "Use what it knows in its place (see harness/explorer/README.md)";
        return $"{site.Callee}, used at {site.Place}, is not modelled by the explorer, so no verdict about this test would be right. {instead}, or test this part without it.";
    }

    private static string Headline(Failure failure, Naming naming) =>
        failure.Kind switch
        {
            FailureKind.AssertionFailed => $"fails: {OneLine(failure.Exception!.Message)}",
            FailureKind.NotLinearizable =>
                $"is not linearizable: no order of the calls gives these results\n\n{failure.Exception!.Message.TrimEnd()}",
            FailureKind.Threw =>
                $"throws: {failure.Exception!.GetType().Name} leaves {failure.Fiber!.Name}: {OneLine(failure.Exception.Message)}",
            FailureKind.DataRace => $"ends in a data race: {Collision(failure, naming)}",
            FailureKind.MayNeverEnd =>
                $"may never end: the read of {DeadlockExplanation.HoistedReads(failure, naming)} may be done once, before the loop",
            FailureKind.Deadlock => $"ends in a deadlock: {DeadlockExplanation.Summary(failure)}",
            _ => $"ends in a livelock: {DeadlockExplanation.Summary(failure)}",
        };

    private static string Collision(Failure failure, Naming naming)
    {
        var (with, race) = failure.Collision!.Value;
        return $"{with.Name} ({SiteMaps.Site(race.Site).Place}) and {failure.Fiber!.Name} ({SiteMaps.Site(race.OtherSite).Place}) can use {naming.Of(race.Location)} at once, and {KindOf(race.Location.Owner!)} is not made for that";
    }

    private static string KindOf(object collection)
    {
        var name = collection.GetType().Name.Split('`')[0];
        return name[0] == '<' ? "an iterator"
            : name == "ModelledChannel" ? "a channel with SingleReader"
            : "AEIOU".Contains(name[0], StringComparison.Ordinal) ? $"an {name}"
            : $"a {name}";
    }

    /// <summary>A test framework's message in one line, without its repetition of the code.</summary>
    private static string OneLine(string message)
    {
        var lines = message.Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        var kept = new List<string>();
        var open = 0;
        foreach (var line in lines)
        {
            // The code may go over several lines.
            if (open > 0 || line.StartsWith("Assert.That(", StringComparison.Ordinal))
                open += line.Count(c => c == '(') - line.Count(c => c == ')');
            else
                kept.Add(line.Replace("But was:  ", "but was: ", StringComparison.Ordinal));
        }
        return string.Join(", ", kept);
    }

    private static ExplorationException Make(
        Failure failure,
        string text,
        string schedule,
        int schedules
    ) =>
        failure.Kind switch
        {
            FailureKind.AssertionFailed => new ScheduleFailedException(text)
            {
                Schedule = schedule,
                Schedules = schedules,
            },
            FailureKind.NotLinearizable => new NotLinearizableException(text)
            {
                Schedule = schedule,
                Schedules = schedules,
            },
            FailureKind.Threw => new ScheduleThrewException(text, failure.Exception)
            {
                Schedule = schedule,
                Schedules = schedules,
            },
            FailureKind.DataRace => new DataRaceException(text)
            {
                Schedule = schedule,
                Schedules = schedules,
            },
            FailureKind.Deadlock => new DeadlockException(text)
            {
                Schedule = schedule,
                Schedules = schedules,
            },
            _ => new LivelockException(text) { Schedule = schedule, Schedules = schedules },
        };
}
