using System.Globalization;
using Katas.Harness.Testing;

namespace Katas.CuttingTheWork;

[Kata(3, typeof(Rota), nameof(Rota.Makespan))]
public class MakespanTests
{
    [Test]
    public void One_worker_does_it_all() =>
        Check([3, 1, 4], workers: 1, chunk: 1, handOut: 0, expected: 8, "3 + 1 + 4.");

    [Test]
    public void The_last_worker_decides() =>
        Check(
            [1, 1, 1, 9],
            workers: 2,
            chunk: 1,
            handOut: 0,
            expected: 10,
            "Three short items and a long one: whoever gets the long one, at time 1, is done at 10. The mean, 6, helps nobody."
        );

    [Test]
    public void A_free_worker_takes_the_next_chunk_and_does_not_wait_for_a_turn() =>
        Check(
            [9, 1, 1, 1, 1, 1],
            workers: 2,
            chunk: 1,
            handOut: 0,
            expected: 9,
            "While one worker is busy with the 9, the other does all the rest."
        );

    [Test]
    public void A_chunk_is_not_shared() =>
        Check(
            [5, 5, 1],
            workers: 2,
            chunk: 2,
            handOut: 0,
            expected: 10,
            "Both expensive items are in one chunk, so one worker has both. The last chunk has one item only."
        );

    [Test]
    public void Handing_out_costs_once_for_each_chunk() =>
        Check(
            [1, 1, 1, 1, 1],
            workers: 1,
            chunk: 2,
            handOut: 10,
            expected: 35,
            "Three chunks, 10 each for handing them out, and 5 for the work."
        );

    [Test]
    public void A_chunk_may_be_larger_than_the_work() =>
        Check(
            [2, 2],
            workers: 3,
            chunk: int.MaxValue,
            handOut: 1,
            expected: 5,
            "One chunk of everything for one worker."
        );

    [Test]
    public void Nothing_to_do_takes_no_time() =>
        Check([], workers: 2, chunk: 3, handOut: 5, expected: 0, "There is no chunk to hand out.");

    [Test]
    public void Large_costs_add_up() =>
        Check(
            [int.MaxValue, int.MaxValue],
            workers: 1,
            chunk: 1,
            handOut: 0,
            expected: 2L * int.MaxValue,
            "The sum is more than an int holds."
        );

    [Test]
    public void A_large_chunk_adds_up_too() =>
        Check(
            [int.MaxValue, int.MaxValue, 5],
            workers: 1,
            chunk: 3,
            handOut: int.MaxValue,
            expected: 3L * int.MaxValue + 5,
            "The cost of a single chunk is more than an int holds."
        );

    [Test]
    public void There_may_be_more_workers_than_chunks() =>
        Check(
            [4, 2],
            workers: 1000,
            chunk: 1,
            handOut: 1,
            expected: 5,
            "Two workers have one item each, and the others have nothing to do."
        );

    [Test]
    public void There_may_be_any_number_of_workers() =>
        Assert.That(
            Rota.Makespan([.. Enumerable.Repeat(1, 1000)], workers: 1000, chunk: 1, handOut: 0),
            Is.EqualTo(1),
            "A thousand items that cost 1 each and a thousand workers: each has one, and all are done at 1. Look for a limit to the number of workers."
        );

    [Test]
    public void Any_work_takes_as_long_as_when_time_passes_tick_by_tick() =>
        Properties.ForAllCosts(
            (costs, workers) =>
            {
                foreach (var (chunk, handOut) in new[] { (1, 0), (2, 0), (3, 1), (1, 4) })
                {
                    var makespan = Rota.Makespan(Array.AsReadOnly(costs), workers, chunk, handOut);
                    var ticks = Reference.Makespan(costs, workers, chunk, handOut);
                    if (makespan != ticks)
                        return $"with chunks of {chunk} that cost {handOut} to hand out, {workers} workers are done at {ticks}, not at {makespan}.";
                }
                return null;
            }
        );

    [Test]
    public async Task Six_numbers_for_one_to_six_workers()
    {
        var alone = Rota.Makespan(SixNumbers.Costs, 1, chunk: 1);
        var rows = Enumerable
            .Range(1, 6)
            .Select(workers =>
            {
                var makespan = Rota.Makespan(SixNumbers.Costs, workers, chunk: 1);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{workers} {(workers == 1 ? "worker: " : "workers:")} done at {makespan, 5}, {(double)alone / makespan:0.00}x"
                );
            });

        await Verify(string.Join('\n', rows));
    }

    private static void Check(
        int[] costs,
        int workers,
        int chunk,
        int handOut,
        long expected,
        string why
    )
    {
        var makespan = Rota.Makespan(Array.AsReadOnly(costs), workers, chunk, handOut);

        Assert.That(
            makespan,
            Is.EqualTo(expected),
            $"Costs [{string.Join(", ", costs)}], {workers} workers, chunks of {chunk}, {handOut} to hand one out. {why}"
        );
    }
}
