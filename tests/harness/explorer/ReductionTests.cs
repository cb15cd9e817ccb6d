using Katas.Corpus;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Strategies;

namespace Katas.Harness.Explorer;

/// <summary>
/// The reductions leave nothing out: on random programs they show exactly the outcomes (what every thread saw, what was left behind, who stands still)
/// that a search without any reduction shows.
/// </summary>
public class ReductionTests
{
    private const int Seeds = 25;
    private const int Programs = 8;
    private const int MostPreemptions = 2;
    private const double Size = 3_000;

    [Test]
    public void Every_outcome_of_the_naive_search_is_found([Range(1, Seeds)] int seed)
    {
        foreach (var program in ProgramsOf(seed, RandomProgram.AllKinds))
        {
            var naive = Outcomes.Of(program, new DepthFirstStrategy());

            var reduced = Outcomes.Of(program, new DporStrategy());
            var bounded = Enumerable
                .Range(0, MostPreemptions + 1)
                .Select(bound => Outcomes.Of(program, new PreemptionBoundingStrategy(bound)))
                .ToList();

            Assert.That(reduced.All, Is.EquivalentTo(naive.All), $"all of {program}");
            Assert.That(reduced.Schedules, Is.LessThanOrEqualTo(naive.Schedules));
            for (var bound = 0; bound <= MostPreemptions; bound++)
            {
                Assert.That(
                    bounded[bound].All,
                    Is.EquivalentTo(naive.With(bound)),
                    $"at most {bound} preemptions of {program}"
                );
            }
        }
    }

    [Test]
    public void Every_outcome_of_calls_on_arrays_is_found([Range(1, 6)] int seed)
    {
        foreach (var program in ProgramsOf(seed, RandomProgram.ArrayKinds))
        {
            var naive = Outcomes.Of(program, new DepthFirstStrategy());

            var reduced = Outcomes.Of(program, new DporStrategy());

            Assert.That(reduced.All, Is.EquivalentTo(naive.All), $"all of {program}");
        }
    }

    // What the first test is worth: a reduction that overlooks one kind of dependence is caught.
    [TestCase((int)OperationKind.Read)]
    [TestCase((int)OperationKind.Write)]
    [TestCase((int)OperationKind.Acquire)]
    [TestCase(null)]
    public void A_reduction_that_overlooks_a_dependence_leaves_outcomes_out(int? kind)
    {
        var caught = Enumerable
            .Range(1, Seeds)
            .SelectMany(seed => ProgramsOf(seed, RandomProgram.AllKinds))
            .FirstOrDefault(program => LeavesOut(program, (OperationKind?)kind));

        Assert.That(caught, Is.Not.Null, "the random programs do not tell the two apart");
    }

    private static bool LeavesOut(RandomProgram program, OperationKind? kind)
    {
        var broken = Outcomes.Of(program, new BrokenStrategy(new DporStrategy(), kind));
        var naive = Outcomes.Of(program, new DepthFirstStrategy());
        return naive.All.Except(broken.All, StringComparer.Ordinal).Any();
    }

    private static IEnumerable<RandomProgram> ProgramsOf(
        int seed,
        IReadOnlyList<RandomStep> among
    ) => Enumerable.Range(seed * Programs, Programs).Select(i => new RandomProgram(i, Size, among));
}
