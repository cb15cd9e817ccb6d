using System.Runtime.ExceptionServices;
using Katas.Harness.Explorer.Report;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Strategies;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>Runs a failing schedule again, with fewer preemptions if possible, to write its report.</summary>
internal sealed class FailureReproduction(Exploration exploration)
{
    private const int MaxSchedules = 1_000;
    private const int MaxSteps = 50_000;

    /// <summary>The exception for a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="schedule">The schedule that ended in it.</param>
    /// <param name="shorten">Whether to look for a schedule with fewer preemptions that fails in the same way.</param>
    /// <param name="isReplay">Whether it is the schedule that was asked for.</param>
    public ExplorationException Report(
        Failure failure,
        IReadOnlyList<int> schedule,
        bool shorten,
        bool isReplay = false
    )
    {
        if (failure.Exception is { } original && IsStubOrSkip(original))
            ExceptionDispatchInfo.Throw(original);
        var schedules = exploration.Schedules;
        if (
            failure.Kind
            is FailureKind.NotRepeatable
                or FailureKind.UncontrolledWait
                or FailureKind.NotModelled
        )
            return FailureReport.WithoutSchedule(failure, schedules);
        if (shorten)
            schedule = WithFewerPreemptions(failure, schedule);

        var (replay, recorder) = Record(schedule);
        if (!Fails(replay, failure))
        {
            // The failure may lie in the end of a schedule, which was run without recording it.
            schedule = exploration.Search(new FairTailReplay(schedule), Budget.One).Schedule;
            (replay, recorder) = Record(schedule);
        }
        if (!Fails(replay, failure))
            return FailureReport.NotReproduced(failure, schedules);
        recorder.Finish(replay.Failure!);
        return FailureReport.Of(
            replay.Failure!,
            recorder,
            replay.Execution!,
            ScheduleText.Of(schedule),
            schedules,
            isReplay,
            exploration.Page
        );
    }

    private (SearchResult Replay, Recorder Recorder) Record(IReadOnlyList<int> schedule)
    {
        var recorder = new Recorder();
        var given = new GivenSchedule(schedule);
        return (exploration.Search(given, Budget.One, null, recorder), recorder);
    }

    private IReadOnlyList<int> WithFewerPreemptions(Failure failure, IReadOnlyList<int> schedule)
    {
        var first = exploration.Search(new GivenSchedule(schedule), Budget.One);
        var left = MaxSchedules;
        for (var bound = 0; bound < first.Preemptions && left > 0; bound++)
        {
            var search = exploration.Search(
                new PreemptionBoundingStrategy(bound),
                new Budget(left, exploration.Steps + MaxSteps),
                other => other.IsLike(failure)
            );
            left -= search.Schedules;
            // Another failure means that the search was given up.
            if (search.Failure is { } found)
                return found.IsLike(failure) ? search.Schedule : schedule;
        }
        return schedule;
    }

    private static bool Fails(SearchResult replay, Failure failure) =>
        replay.Failure?.IsLike(failure) == true && replay.Execution is not null;

    /// <summary>Whether an exception is no failure of a schedule: a stub that is not implemented yet, or a test that is ignored or inconclusive.</summary>
    private static bool IsStubOrSkip(Exception exception) =>
        exception is NotImplementedException
        || exception.GetType().Name
            is "IgnoreException"
                or "InconclusiveException"
                or "SuccessException";
}
