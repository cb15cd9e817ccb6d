using Katas.Harness.Explorer.Memory;
using Katas.Harness.Explorer.Strategies;

namespace Katas.Harness.Explorer;

/// <summary>The stages of an exploration, and what they add up to.</summary>
internal sealed class Plan(ExplorerOptions options)
{
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
            Strategy.Dpor => [new(new DporStrategy(), left)],
            Strategy.DepthFirst => [new(new DepthFirstStrategy(), left)],
            Strategy.Random => [AtRandom(left)],
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
        if (search.IsUnfinished)
            return;
        stage.HasFinished = true;
        if (stage.Strategy is not PreemptionBoundingStrategy few || !few.LeftSomeOut)
            IsComplete = true;
        else
            _preemptions = stage.Bound;
    }

    /// <summary>What has been shown.</summary>
    public ExplorationResult Result(int schedules, IReadOnlyList<string> notes, bool outOfTime)
    {
        var remark =
            options.Memory != MemoryModel.DotNet ? ""
            : _preemptions is null || IsComplete ? " in .NET's memory order"
            : " or accesses out of order, in .NET's memory order";
        if (_hasMoreStaleReads)
            remark +=
                $", in which no line of a thread reads one old value more than {DotNetMemory.MostStaleReads} times";
        if (_isCut)
            remark += $", of each its first {options.Steps:N0} steps";
        if (_atRandom > 0)
            remark +=
                $", and {_atRandom:N0} at random (seed {options.Seed}, depth {options.Depth})";
        if (outOfTime)
            remark += $"; stopped after {options.TimeLimit.TotalSeconds:0.#} s";
        return new(schedules, IsComplete && !_isCut, _preemptions, remark, notes);
    }

    private IEnumerable<Stage> Automatic(int left)
    {
        var every = new Stage(new DporStrategy(), Share(left, 2)) { IsFirst = true };
        yield return every;
        left -= every.Used;
        var room = Share(left, 2);
        foreach (var stage in Deepening(room))
        {
            yield return stage;
            left -= stage.Used;
            if (left <= 0)
                yield break;
        }
        if (left > 0)
            yield return AtRandom(left);
    }

    private IEnumerable<Stage> Deepening(int left)
    {
        for (var bound = 0; left > 0 && bound <= (options.Preemptions ?? int.MaxValue); bound++)
        {
            var stage = new Stage(new PreemptionBoundingStrategy(bound), left) { Bound = bound };
            yield return stage;
            if (!stage.HasFinished)
                yield break;
            left -= stage.Used;
        }
    }

    private Stage AtRandom(int schedules) =>
        new(new PctStrategy(options.Seed, options.Depth), schedules);

    private static int Share(int schedules, int part) => Math.Max(1, schedules / part);
}
