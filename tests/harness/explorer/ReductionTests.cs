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
    private const int Programs = 12;
    private const double Size = 3_000;

    [Test]
    public void Partial_order_reduction_leaves_no_outcome_out([Range(1, 25)] int seed)
    {
        foreach (var program in Some(seed))
        {
            var naive = Outcomes.Of(program, new Naive());
            var reduced = Outcomes.Of(program, new EveryInterleaving());

            Assert.That(reduced.Any, Is.EquivalentTo(naive.Any), $"program {program}");
            Assert.That(reduced.Schedules, Is.LessThanOrEqualTo(naive.Schedules));
        }
    }

    [Test]
    public void A_bound_on_preemptions_leaves_no_outcome_within_it_out([Range(1, 25)] int seed)
    {
        foreach (var program in Some(seed))
        {
            var naive = Outcomes.Of(program, new Naive());
            for (var bound = 0; bound <= 2; bound++)
            {
                var bounded = Outcomes.Of(program, new FewPreemptions(bound));

                Assert.That(
                    bounded.Any,
                    Is.EquivalentTo(naive.With(bound)),
                    $"at most {bound} preemptions, program {program}"
                );
            }
        }
    }

    private static IEnumerable<RandomProgram> Some(int seed) =>
        Enumerable.Range(seed * Programs, Programs).Select(i => new RandomProgram(i, Size));
}
