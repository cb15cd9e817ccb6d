using System.Diagnostics;
using Katas.Harness.Explorer.Controlled;
using Katas.Harness.Explorer.Memory;
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
    private bool _threadsSeen;
    private bool _stepsSeen;
    private LeftOut _leftOut;

    /// <summary>Searches as the options say.</summary>
    public ExplorationResult Run()
    {
        var plan = new Plan(options);
        foreach (var stage in plan.Stages())
        {
            var search = Search(stage.Strategy, new Budget(stage.Schedules, stage.Steps));
            if (search.Failure is { } failure)
            {
                ExplorerMetrics.Schedules.Add(Schedules);
                throw Reproduction.Report(failure, search.Schedule, options.Shorten);
            }
            plan.RecordEnd(stage, search);
            if (plan.IsComplete || OutOfTime)
                break;
        }
        ThrowIfNothingToExplore();
        ExplorerMetrics.Schedules.Add(Schedules);
        Page?.Delete();
        var result = plan.Result(Schedules, _notes, _leftOut, OutOfTime);
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
            throw Reproduction.Report(failure, search.Schedule, shorten: false, isReplay: true);
        var deviation =
            given.DeviatesAt < 0
                ? ""
                : $"; the given schedule could be followed for {given.DeviatesAt} steps only, so it belongs to another version of the test";
        var result = new ExplorationResult(
            1,
            false,
            null,
            $"; replayed {schedule}{deviation}",
            _notes.Texts
        );
        (options.Output ?? Console.Out).WriteLine(result);
        return result;
    }

    /// <summary>How many schedules were run so far.</summary>
    public int Schedules { get; private set; }

    /// <summary>How many steps they had.</summary>
    public long Steps { get; private set; }

    /// <summary>The page for a failing schedule; <see langword="null"/> when none is wanted.</summary>
    public PageFile? Page =>
        options.ReportFolder is { Length: > 0 } folder && Explorer.ReportRoot(folder) is { } root
            ? new PageFile(root, folder, TestName.Of(options.Program ?? program))
            : null;

    private bool OutOfTime => Stopwatch.GetElapsedTime(_start) > options.TimeLimit;

    private FailureReproduction Reproduction => new(this);

    /// <summary>Runs the schedules of one strategy until one fails, or the budget or the time is used up.</summary>
    /// <param name="strategy">Which schedules.</param>
    /// <param name="budget">How many at most.</param>
    /// <param name="isWanted">Which failures end the search; <see langword="null"/> for all.</param>
    /// <param name="recorder">Writes down the steps, for a report.</param>
    public SearchResult Search(
        IStrategy strategy,
        Budget budget,
        Func<Failure, bool>? isWanted = null,
        Recorder? recorder = null
    )
    {
        if (options.TearsStructures)
            MachineWord.Require(IntPtr.Size);
        var isWeak = options.Memory == MemoryModel.DotNet;
        var execution = new Execution(strategy, new ExecutionLimits(options.Steps))
        {
            Recorder = recorder,
            Memory = isWeak ? new DotNetMemory() : null,
            TearsStructures = options.TearsStructures,
        };
        var result = new SearchResult();
        SiteMaps.Update();
        SchedulingPoints.BeginExploration(isWeak, recorder is not null);
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
            SchedulingPoints.EndExploration(isWeak, recorder is not null);
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
            if (result.Schedules == budget.Schedules || Steps >= budget.Steps || OutOfTime)
            {
                result.IsUnfinished = true;
                return;
            }
            result.Schedules++;
            Schedules++;
            execution.Run(carrier, program);
            Steps += execution.Steps;
            _threadsSeen |= execution.Fibers.Count > 1;
            _stepsSeen |= execution.Heap.Count > 0;
            result.WasCut |= execution.WasCut;
            _leftOut |= execution.LeftOut;
            result.LeftStaleReadsOut |= execution.Memory?.LeftSomeOut == true;
            if (execution.Failure is { } failure && isWanted?.Invoke(failure) != false)
            {
                result.Failure = failure;
                result.Execution = execution;
                result.Schedule =
                [
                    .. Enumerable
                        .Range(0, execution.Trace.Count)
                        .Select(i => execution.Trace[i].Choice),
                ];
                result.Preemptions = execution.Preemptions();
                return;
            }
            _notes.AddRacesOf(execution);
        } while (!execution.IsClosed && strategy.Next(execution));
    }

    private void ThrowIfNothingToExplore()
    {
        if (!_threadsSeen)
        {
            throw new NothingToExploreException(
                "The code under test starts no second thread, so nothing happens at the same time and there is only one order of its steps. Look for what runs on the calling thread although it should have a thread of its own. (In a test, Explorer.Together starts threads, too.)"
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
