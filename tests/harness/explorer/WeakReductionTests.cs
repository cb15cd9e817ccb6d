using Katas.Corpus;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Strategies;

namespace Katas.Harness.Explorer;

/// <summary>
/// In a weak memory, too, the reduction leaves nothing out: it shows the outcomes that a search shows which tries every order of every step and, at
/// each, every way to take effect.
/// </summary>
public class WeakReductionTests
{
    private const int Seeds = 12;
    private const int Programs = 8;
    private const double Size = 60;

    [Test]
    public void Every_outcome_of_the_naive_search_is_found([Range(1, Seeds)] int seed)
    {
        foreach (var program in ProgramsOf(seed))
        {
            var naive = Outcomes.Of(program, new DepthFirstStrategy(), MemoryModel.DotNet);

            var reduced = Outcomes.Of(program, new DporStrategy(), MemoryModel.DotNet);

            Assert.That(reduced.All, Is.EquivalentTo(naive.All), $"all of {program}");
            Assert.That(reduced.Schedules, Is.LessThanOrEqualTo(naive.Schedules));
        }
    }

    [Test]
    public void Few_preemptions_and_accesses_out_of_order_are_all_found([Range(1, 4)] int seed)
    {
        foreach (var program in ProgramsOf(seed))
        {
            var naive = Outcomes.Of(program, new DepthFirstStrategy(), MemoryModel.DotNet);

            for (var bound = 0; bound <= 2; bound++)
            {
                var bounded = Outcomes.Of(
                    program,
                    new PreemptionBoundingStrategy(bound),
                    MemoryModel.DotNet
                );
                Assert.That(
                    bounded.All,
                    Is.EquivalentTo(naive.With(bound)),
                    $"at most {bound} of {program}"
                );
            }
        }
    }

    // What the tests above are worth.
    [Test]
    public void A_reduction_that_overlooks_what_a_write_makes_possible_leaves_outcomes_out()
    {
        var caught = Enumerable
            .Range(1, Seeds)
            .SelectMany(ProgramsOf)
            .FirstOrDefault(program =>
            {
                var broken = Outcomes.Of(
                    program,
                    new BrokenStrategy(new DporStrategy(), OperationKind.Write),
                    MemoryModel.DotNet
                );
                var naive = Outcomes.Of(program, new DepthFirstStrategy(), MemoryModel.DotNet);
                return naive.All.Except(broken.All, StringComparer.Ordinal).Any();
            });

        Assert.That(caught, Is.Not.Null, "the random programs do not tell the two apart");
    }

    private static IEnumerable<RandomProgram> ProgramsOf(int seed) =>
        Enumerable
            .Range(seed * Programs, Programs)
            .Select(i => new RandomProgram(i, Size, RandomProgram.MemoryKinds));
}
