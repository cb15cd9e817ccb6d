using Katas.Corpus;

namespace Katas.Harness.Explorer;

/// <summary>The reductions leave nothing out: on random programs they show exactly the outcomes that a search without any reduction shows.</summary>
public class ReductionTests
{
    private const int Most = 2_000;

    [Test]
    public void Every_outcome_of_the_naive_search_is_found([Range(1, 25)] int seed)
    {
        var program = new RandomProgram(seed);
        var (naive, isComplete) = Outcomes(program, Strategy.Naive);
        Assume.That(isComplete, "there are too many schedules to try all without a reduction");

        var (reduced, _) = Outcomes(program, Strategy.EveryInterleaving);
        var (deepened, _) = Outcomes(program, Strategy.Preemptions);

        Assert.That(reduced, Is.EquivalentTo(naive), $"partial-order reduction, program {program}");
        Assert.That(
            deepened,
            Is.EquivalentTo(naive),
            $"preemption bounding without a bound, program {program}"
        );
    }

    private static (SortedSet<string> Outcomes, bool IsComplete) Outcomes(
        RandomProgram program,
        Strategy strategy
    )
    {
        var outcomes = new SortedSet<string>(StringComparer.Ordinal);
        var result = Explorer.Check(
            () => outcomes.Add(program.Run()),
            new ExplorerOptions
            {
                Strategy = strategy,
                Schedules = Most,
                Output = TextWriter.Null,
            }
        );
        return (outcomes, result.IsExhaustive);
    }
}
