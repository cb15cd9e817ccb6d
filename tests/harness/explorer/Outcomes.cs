using Katas.Corpus;
using Katas.Harness.Explorer.Controlled;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer;

/// <summary>All ways in which a random program can end, as one strategy finds them.</summary>
internal sealed class Outcomes
{
    private const int Most = 200_000;

    private readonly Dictionary<string, int> _preemptions = new(StringComparer.Ordinal);
    private Execution _execution = null!;

    /// <summary>How many schedules it took.</summary>
    public int Schedules { get; private set; }

    /// <summary>The outcomes that were seen.</summary>
    public IEnumerable<string> All => _preemptions.Keys;

    /// <summary>Those that were seen with so few preemptions.</summary>
    public IEnumerable<string> With(int preemptions) =>
        _preemptions.Where(outcome => outcome.Value <= preemptions).Select(outcome => outcome.Key);

    /// <summary>Runs a search to its end.</summary>
    public static Outcomes Of(
        RandomProgram program,
        IStrategy strategy,
        MemoryModel memory = MemoryModel.SequentiallyConsistent
    )
    {
        var outcomes = new Outcomes();
        var exploration = new Exploration(
            () =>
            {
                SchedulingPoints.IsExplored(out outcomes._execution, out _);
                program.Run(Explorer.Together);
                outcomes.Add("ends", program.Outcome);
            },
            ExplorerOptions.Default with
            {
                Memory = memory,
            }
        );
        var search = exploration.Search(
            strategy,
            new Budget(Most, long.MaxValue),
            failure =>
            {
                outcomes.Add(failure.Kind.ToString(), program.Outcome);
                return false;
            }
        );
        Assert.That(search.IsUnfinished, Is.False, $"too many schedules: {program}");
        Assert.That(search.WasCut, Is.False, $"a schedule is too long: {program}");
        outcomes.Schedules = search.Schedules;
        return outcomes;
    }

    private void Add(string end, string state)
    {
        // What comes after the strategy has stopped choosing is luck, and proves nothing about it.
        if (_execution.IsUnrecorded)
            return;
        var outcome = $"{end}: {state}";
        var preemptions = _execution.Preemptions();
        if (!_preemptions.TryGetValue(outcome, out var fewest) || preemptions < fewest)
            _preemptions[outcome] = preemptions;
    }
}
