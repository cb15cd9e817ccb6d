using Katas.Harness.Explorer.Memory;
using Katas.Harness.Explorer.Report;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Strategies;

namespace Katas.Harness.Explorer;

/// <summary>The stages of an exploration, and what they add up to.</summary>
internal sealed class Plan(ExplorerOptions options)
{
    private const int FewSchedules = 32;
    private const long StepsASchedule = 40;

    private int? _preemptions;
    private bool _isCut;
    private bool _hasMoreStaleReads;
    private int _atRandom;

    /// <summary>Whether all interleavings have been covered.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The strategies to run, one after the other, each with its share of the schedules. Which come next depends on how the last one ended.</summary>
    public IEnumerable<Stage> Stages()
    {
        var left = options.Schedules;
        return options.Strategy switch
        {
            Strategy.Dpor => [new(new DporStrategy(), left, TotalSteps)],
            Strategy.DepthFirst => [new(new DepthFirstStrategy(), left, TotalSteps)],
            Strategy.Random => [AtRandom(left, TotalSteps, mixes: false)],
            Strategy.Preemptions => Deepening(left),
            _ => Automatic(left),
        };
    }

    /// <summary>Records how a stage without a failure has ended.</summary>
    public void RecordEnd(Stage stage, SearchResult search)
    {
        stage.Used = search.Schedules;
        _isCut |= search.WasCut;
        _hasMoreStaleReads |= search.LeftStaleReadsOut;
        if (stage.Strategy is PctStrategy)
        {
            _atRandom += search.Schedules;
            return;
        }
        if (search.IsUnfinished || stage.Strategy is SinglePreemptionStrategy)
            return;
        stage.HasFinished = true;
        if (stage.Strategy is not PreemptionBoundingStrategy few || !few.LeftSomeOut)
            IsComplete = true;
        else
            _preemptions = stage.Bound;
    }

    /// <summary>What has been shown.</summary>
    public ExplorationResult Result(int schedules, Notes notes, LeftOut leftOut, bool outOfTime)
    {
        var remark =
            options.Memory != MemoryModel.DotNet ? ""
            : _preemptions is null || IsComplete ? " in .NET's memory order"
            : " or accesses out of order, in .NET's memory order";
        if (options.TearsStructures)
            remark += ", with structures read and written a word at a time";
        if (_hasMoreStaleReads)
            remark +=
                $", in which no line of a thread reads one old value more than {DotNetMemory.MostStaleReads} times";
        if (notes.Unmodelled.Count > 0)
            remark +=
                $", except the order inside calls on {string.Join(" and ", notes.Unmodelled)}";
        if (notes.External.Count > 0)
            remark +=
                $", except the order in which threads call {string.Join(" and ", notes.External)}";
        if (leftOut.HasFlag(LeftOut.TimerPeriods))
            remark += ", except those in which a timer fires a third time while others could go on";
        if (leftOut.HasFlag(LeftOut.RegisteredWaits))
            remark +=
                ", except those in which a registered wait sees its handle set a third time while others could go on";
        if (leftOut.HasFlag(LeftOut.ParallelLoops))
            remark +=
                ", except those in which a Parallel loop begins its iterations in another order, reads its items later or has more workers";
        if (leftOut.HasFlag(LeftOut.PoolThreads))
            remark +=
                ", except those in which a job of the pool finds what another has left in a ThreadLocal or a [ThreadStatic] field";
        if (leftOut.HasFlag(LeftOut.TornStructures))
            remark +=
                $", except those in which a thread reads or writes a part of a structure, which {nameof(ExplorerOptions)} {{ {nameof(ExplorerOptions.TearsStructures)} = true }} shows";
        if (_isCut)
            remark += $", of each its first {options.Steps:N0} steps";
        if (_atRandom > 0)
            remark +=
                $", and {_atRandom:N0} at random (seed {options.Seed}, depth {options.Depth})";
        if (outOfTime)
            remark += $"; stopped after {options.TimeLimit.TotalSeconds:0.#} s";
        return new(
            schedules,
            IsComplete && !_isCut && notes.AreExhaustive && leftOut == LeftOut.None,
            _preemptions,
            remark,
            notes.Texts
        )
        {
            HasAllButExceptions = IsComplete && !_isCut,
        };
    }

    /// <summary>
    /// Every interleaving, begun with few of them and then, if those are not all, with one preemption: most bugs need no more, and depth first
    /// it may take long to come to where it matters.
    /// </summary>
    private IEnumerable<Stage> Automatic(int left)
    {
        var (half, every) = (Share(left, 2), new DporStrategy());
        var few = new Stage(every, Math.Min(half, FewSchedules), TotalSteps / 2);
        yield return few;
        var single = new Stage(new SinglePreemptionStrategy(), Share(left, 10), TotalSteps / 4);
        yield return single;
        var rest = new Stage(every, half - few.Used, TotalSteps / 2);
        if (rest.Schedules > 0)
            yield return rest;
        left -= few.Used + single.Used + rest.Used;
        foreach (var stage in Deepening(Share(left, 4)))
        {
            yield return stage;
            left -= stage.Used;
            if (left <= 0)
                yield break;
        }
        // What is left is for what needs more preemptions: it has steps of its own, or long schedules would leave none.
        if (left > 0)
            yield return AtRandom(left, 2 * Math.Min(TotalSteps, long.MaxValue / 2), mixes: true);
    }

    private IEnumerable<Stage> Deepening(int left)
    {
        for (var bound = 0; left > 0 && bound <= (options.Preemptions ?? int.MaxValue); bound++)
        {
            var stage = new Stage(new PreemptionBoundingStrategy(bound), left, TotalSteps)
            {
                Bound = bound,
            };
            yield return stage;
            if (!stage.HasFinished)
                yield break;
            left -= stage.Used;
        }
    }

    private Stage AtRandom(int schedules, long steps, bool mixes) =>
        new(new PctStrategy(options.Seed, options.Depth, mixes), schedules, steps);

    private long TotalSteps => options.TotalSteps ?? StepsASchedule * options.Schedules;

    private static int Share(int schedules, int part) => Math.Max(1, schedules / part);
}
