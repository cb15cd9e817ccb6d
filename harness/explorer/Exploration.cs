using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Katas.Harness.Explorer.Controlled;
using Katas.Harness.Explorer.Report;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Sites;
using Katas.Harness.Explorer.Strategies;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>One call of <see cref="Explorer.Check(Action, ExplorerOptions?)"/>: searches on a thread of its own while the caller watches its progress.</summary>
internal sealed class Exploration(Action program, ExplorerOptions options)
{
    private readonly Notes _notes = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _schedules;
    private long _steps;
    private bool _threadsSeen;
    private bool _stepsSeen;

    /// <summary>Searches as the options say.</summary>
    public ExplorationResult Run()
    {
        var plan = new Plan(options);
        foreach (var stage in plan.Stages())
        {
            var search = Search(
                stage.Strategy,
                new Budget(
                    stage.Schedules,
                    stage.IsFirst ? options.TotalSteps / 2 : options.TotalSteps
                )
            );
            if (search.Failure is { } failure)
                throw Report(failure, search.Schedule, isShortest: false);
            plan.RecordEnd(stage, search);
            if (plan.IsComplete || OutOfTime)
                break;
        }
        ThrowIfNothingToExplore();
        var result = plan.Result(_schedules, _notes.Texts, OutOfTime);
        (options.Output ?? Console.Out).WriteLine(result);
        foreach (var note in result.Notes)
            (options.Output ?? Console.Out).WriteLine(note);
        return result;
    }

    /// <summary>Runs one given schedule.</summary>
    public ExplorationResult Replay(string schedule)
    {
        var given = new GivenSchedule(ScheduleText.Parse(schedule));
        var search = Search(given, Budget.One);
        if (search.Failure is { } failure)
            throw Report(failure, search.Schedule, isShortest: true);
        var departure =
            given.Departure < 0
                ? ""
                : $"; the given schedule could be followed for {given.Departure} steps only, so it belongs to another version of the test";
        var result = new ExplorationResult(
            1,
            false,
            null,
            $"; replayed {schedule}{departure}",
            _notes.Texts
        );
        (options.Output ?? Console.Out).WriteLine(result);
        return result;
    }

    private bool OutOfTime => Stopwatch.GetElapsedTime(_start) > options.TimeLimit;

    internal SearchResult Search(
        IStrategy strategy,
        Budget budget,
        Func<Failure, bool>? isWanted = null,
        Recorder? recorder = null
    )
    {
        var execution = new Execution(strategy, new ExecutionLimits(options.Steps))
        {
            Recorder = recorder,
        };
        var result = new SearchResult();
        SiteMaps.Update();
        SchedulingPoints.BeginExploration();
        try
        {
            var stuck = Watchdog.Run(
                execution,
                options,
                carrier => SearchOn(carrier, execution, strategy, budget, isWanted, result)
            );
            // A search that was given up may still write to its result.
            return stuck is null ? result : new SearchResult { Failure = stuck };
        }
        finally
        {
            SchedulingPoints.EndExploration();
        }
    }

    private void SearchOn(
        CarrierThread carrier,
        Execution execution,
        IStrategy strategy,
        Budget budget,
        Func<Failure, bool>? isWanted,
        SearchResult result
    )
    {
        do
        {
            if (result.Schedules == budget.Schedules || _steps >= budget.Steps || OutOfTime)
            {
                result.IsUnfinished = true;
                return;
            }
            result.Schedules++;
            _schedules++;
            execution.Run(carrier, program);
            _steps += execution.Steps;
            _threadsSeen |= execution.Fibers.Count > 1;
            _stepsSeen |= execution.Heap.Count > 0;
            result.WasCut |= execution.WasCut;
            if (execution.Failure is { } failure && isWanted?.Invoke(failure) != false)
            {
                result.Failure = failure;
                result.Execution = execution;
                result.Schedule =
                [
                    .. Enumerable
                        .Range(0, execution.Trace.Count)
                        .Select(i => execution.Trace[i].Fiber),
                ];
                result.Preemptions = execution.Preemptions();
                return;
            }
            _notes.AddRacesOf(execution);
        } while (!execution.IsClosed && strategy.Next(execution));
    }

    /// <summary>The exception for a failure, with the report of a schedule with fewer preemptions if one fails in the same way.</summary>
    private ExplorationException Report(
        Failure failure,
        IReadOnlyList<int> schedule,
        bool isShortest
    )
    {
        if (failure.Exception is { } original && IsStubOrSkip(original))
            ExceptionDispatchInfo.Throw(original);
        if (failure.Kind is FailureKind.NotRepeatable or FailureKind.UncontrolledWait)
            return FailureReport.WithoutSchedule(failure, _schedules);
        var found = _schedules;
        if (!isShortest && options.Shorten)
            schedule = Shortest(failure, schedule);

        var (replay, recorder) = Record(schedule);
        if (!Fails(replay, failure))
        {
            // The failure may lie in the end of a schedule, which was run without recording it.
            schedule = Search(new FairTailReplay(schedule), Budget.One).Schedule;
            (replay, recorder) = Record(schedule);
        }
        _schedules = found;
        if (!Fails(replay, failure))
            return FailureReport.NotReproduced(failure, found);
        recorder.Finish();
        return FailureReport.Of(
            replay.Failure!,
            recorder,
            replay.Execution!,
            ScheduleText.Of(schedule),
            found
        );
    }

    private (SearchResult Replay, Recorder Recorder) Record(IReadOnlyList<int> schedule)
    {
        var recorder = new Recorder();
        return (Search(new GivenSchedule(schedule), Budget.One, null, recorder), recorder);
    }

    private static bool Fails(SearchResult replay, Failure failure) =>
        replay.Failure?.IsLike(failure) == true && replay.Execution is not null;

    private IReadOnlyList<int> Shortest(Failure failure, IReadOnlyList<int> schedule)
    {
        const int Most = 1_000;
        const int MostSteps = 50_000;
        var first = Search(new GivenSchedule(schedule), Budget.One);
        var left = Most;
        for (var bound = 0; bound < first.Preemptions && left > 0; bound++)
        {
            var search = Search(
                new PreemptionBoundingStrategy(bound),
                new Budget(left, _steps + MostSteps),
                other => other.IsLike(failure)
            );
            left -= search.Schedules;
            if (search.Failure is { } found)
                return found.IsLike(failure) ? search.Schedule : schedule;
        }
        return schedule;
    }

    /// <summary>Whether an exception is no failure of a schedule: a stub that is not implemented yet, or a test that is ignored or inconclusive.</summary>
    private static bool IsStubOrSkip(Exception exception) =>
        exception is NotImplementedException
        || exception.GetType().Name
            is "IgnoreException"
                or "InconclusiveException"
                or "SuccessException";

    private void ThrowIfNothingToExplore()
    {
        if (!_threadsSeen)
        {
            throw new NothingToExploreException(
                "The test starts no second thread, so there is only one order of its steps. Start the threads inside Explorer.Check, with Explorer.Together or in the code under test."
            );
        }
        if (!_stepsSeen && !SiteMaps.Any)
        {
            throw new NothingToExploreException(
                "No assembly of this test run is prepared for exploration, so nothing between the threads can be seen. Set <Explored>true</Explored> in the test project and build it again."
            );
        }
    }
}
