using Katas.Harness.Explorer;
using Katas.Harness.Testing;

namespace Katas.CuttingTheWork;

[Kata(5, typeof(PaddedCounters))]
public class PaddedCountersTests
{
    [Test]
    public void New_counters_stand_at_zero() => Assert.That(new PaddedCounters(3).Total(), Is.Zero);

    [Test]
    public void Each_worker_has_a_counter_of_its_own()
    {
        var counters = new PaddedCounters(3);

        counters.Add(0, 1);
        counters.Add(1, 20);
        counters.Add(2, 300);
        counters.Add(1, 20);

        Assert.That(
            new[] { counters.CountOf(0), counters.CountOf(1), counters.CountOf(2) },
            Is.EqualTo(new[] { 1, 40, 300 }),
            "No worker may write where another one does."
        );
    }

    [Test]
    public void A_thousand_workers_have_a_thousand_counters()
    {
        var counters = new PaddedCounters(1000);

        for (var worker = 0; worker < 1000; worker++)
            counters.Add(worker, worker);

        Assert.That(
            Enumerable
                .Range(0, 1000)
                .FirstOrDefault(worker => counters.CountOf(worker) != worker, -1),
            Is.EqualTo(-1),
            "(the first worker whose counter does not stand at what he or she counted, -1 for nobody): each of the thousand counted a number of their own. Look for a limit that nobody asked for."
        );
    }

    [Test]
    public void The_total_is_that_of_all_workers()
    {
        var counters = new PaddedCounters(9);

        for (var worker = 0; worker < 9; worker++)
            counters.Add(worker, 1L << (4 * worker));

        Assert.That(
            counters.Total(),
            Is.EqualTo(0x1_1111_1111),
            "Nine workers counted 1, 16, 256, …; each digit of the total in base 16 stands for one of them. Look for a worker who is left out."
        );
    }

    [Test]
    public void Workers_that_count_at_the_same_time_lose_nothing()
    {
        const int workers = 4;
        const int calls = 10_000;
        var counters = new PaddedCounters(workers);
        var threads = Enumerable
            .Range(0, workers)
            .Select(worker => new Thread(() =>
            {
                for (var call = 0; call < calls; call++)
                    counters.Add(worker, 1);
            }))
            .ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.That(
            counters.Total(),
            Is.EqualTo(workers * calls),
            "Four workers counted 10,000 each at the same time, and some of it is gone. Look at whether two of them write to the same place."
        );
    }

    [Test]
    public void In_every_interleaving_the_total_is_that_of_all_workers() =>
        Explorer.Check(() =>
        {
            var counters = new PaddedCounters(2);

            Explorer.Together(() => counters.Add(0, 1), () => counters.Add(1, 1));

            Assert.That(
                counters.Total(),
                Is.EqualTo(2),
                "Two workers counted 1 each at the same moment, so the total is 2. Look below at what both of them write, and at who is added up"
            );
        });

    [Test]
    public void Two_sets_of_counters_share_nothing()
    {
        var (mine, yours) = (new PaddedCounters(2), new PaddedCounters(2));

        mine.Add(1, 5);

        Assert.That(
            (mine.Total(), yours.Total(), yours.CountOf(1)),
            Is.EqualTo((5, 0, 0)),
            "Something was counted with one set of counters, and appeared in another. Look for a static field."
        );
    }

    [Test]
    public void A_counter_holds_more_than_an_int()
    {
        var counters = new PaddedCounters(2);

        counters.Add(0, int.MaxValue);
        counters.Add(0, int.MaxValue);
        counters.Add(1, -3);

        Assert.That(
            (counters.CountOf(0), counters.Total()),
            Is.EqualTo((2L * int.MaxValue, 2L * int.MaxValue - 3)),
            "One worker has counted more than an int holds, and the other has counted down."
        );
    }

    [TestCase(-1)]
    [TestCase(2)]
    public void There_is_no_counter_for_a_worker_that_there_is_not(int worker)
    {
        var counters = new PaddedCounters(2);

        Assert.That(
            () => counters.Add(worker, 1),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            "With room left free between the counters, a wrong number may hit the room instead of a wall."
        );
        Assert.That(
            () => counters.CountOf(worker),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            "There is no such worker, so there is no count to tell: a place that nobody counts in is not a worker who has counted nothing. Look at what CountOf asks before it looks."
        );
    }
}
