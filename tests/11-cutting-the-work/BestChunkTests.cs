using Katas.Harness.Testing;

namespace Katas.CuttingTheWork;

[Kata(4, typeof(Rota), nameof(Rota.BestChunk))]
public class BestChunkTests
{
    [Test]
    public void Equal_items_that_are_dear_to_hand_out_are_handed_out_at_once()
    {
        var costs = Enumerable.Repeat(1, 100).ToArray();

        var chunk = Rota.BestChunk(Array.AsReadOnly(costs), workers: 4, handOut: 10);

        Assert.That(
            chunk,
            Is.EqualTo(25),
            "One chunk for each worker costs 10 + 25. One item at a time would cost each worker 25 times 10 + 1: too fine."
        );
    }

    [Test]
    public void Uneven_items_are_handed_out_in_small_chunks()
    {
        int[] costs = [1, 1, 1, 1, 1, 1, 20, 20];

        var chunk = Rota.BestChunk(Array.AsReadOnly(costs), workers: 2, handOut: 0);

        Assert.That(
            chunk,
            Is.EqualTo(1),
            "Halves would give both expensive items to one worker: 4 and 42. One at a time, both are done at 23: too coarse is slow as well."
        );
    }

    [Test]
    public void Of_equally_good_sizes_the_largest_is_taken()
    {
        var chunk = Rota.BestChunk([5, 5, 5], workers: 1, handOut: 0);

        Assert.That(
            chunk,
            Is.EqualTo(3),
            "A single worker needs 15 in any case. One chunk is handed out once."
        );
    }

    [Test]
    public void Large_costs_are_compared_rightly() =>
        Assert.That(
            Rota.BestChunk(
                [int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue],
                workers: 2,
                handOut: 1
            ),
            Is.EqualTo(2),
            "Two each, handed out at once. Look for a sum that no int can hold."
        );

    [Test]
    public void No_other_size_is_better() =>
        Properties.ForAllCosts(
            (costs, workers) =>
            {
                foreach (var handOut in new[] { 0, 3 })
                {
                    var chunk = Rota.BestChunk(Array.AsReadOnly(costs), workers, handOut);
                    var best = Enumerable
                        .Range(1, costs.Length)
                        .OrderBy(size => Reference.Makespan(costs, workers, size, handOut))
                        .ThenByDescending(size => size)
                        .First();
                    if (chunk != best)
                        return $"{workers} workers who are handed chunks at {handOut} each are done earliest with chunks of {best}, not of {chunk}.";
                }
                return null;
            }
        );
}
