using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.BuildThePool;

[Kata(4, typeof(KitchenPool), nameof(KitchenPool.Map))]
public class MapTests : KitchenTest
{
    [Test]
    public void Results_come_in_the_order_of_the_arguments_whichever_is_ready_first()
    {
        var pool = Open(2);
        var second = new Gate("the second job to run");
        var ready = new Gate("the second bowl to be ready");

        // While the first job is held, only the cook of the second can take another order, and only when that job is done.
        _ = new Helper(
            "the next customer",
            () =>
            {
                second.Wait();
                pool.Submit(() => "rice").Wait();
                ready.Open();
            }
        );
        var bowls = Map(
            pool,
            order =>
            {
                if (order == "first")
                    ready.Wait();
                else
                    second.Open();
                return $"bowl of the {order}";
            },
            ["first", "second"]
        );

        Assert.That(
            bowls,
            Is.EqualTo(["bowl of the first", "bowl of the second"]),
            "The second job was ready first. Expected its result in second place all the same: look at what decides where a result goes."
        );
    }

    [Test]
    public void All_cooks_work_at_once()
    {
        var pool = Open(3);
        var meeting = new Rendezvous(3, "three of the jobs to run at the same time");

        var results = Map(
            pool,
            i =>
            {
                meeting.Meet();
                return i;
            },
            [1, 2, 3]
        );

        Assert.That(results, Is.EquivalentTo([1, 2, 3]));
    }

    [Test]
    public void Every_argument_counts_even_when_it_comes_twice()
    {
        var pool = Open(2);

        Assert.That(
            Map(pool, n => n * n, [3, 1, 3, 2, 3]),
            Is.EquivalentTo([9, 1, 9, 4, 9]),
            "Three of the five arguments were the same. Expected five results: one for each place, and not one for each argument."
        );
        Assert.That(Map<int, int>(pool, n => n * n, []), Is.Empty);
    }

    [Test]
    public void The_arguments_are_gone_through_once()
    {
        var pool = Open(2);
        var rounds = 0;

        var results = HangGuard.Run(() => pool.Map(n => 2 * n, Arguments()), "Map to return");

        Assert.That(
            (results, rounds),
            Is.EqualTo((new[] { 2, 4 }, 1)),
            "Expected Map to go through its arguments once: a sequence may be read from a file, or cost something each time."
        );

        IEnumerable<int> Arguments()
        {
            rounds++;
            yield return 1;
            yield return 2;
        }
    }

    [Test]
    public void The_first_exception_in_the_order_of_the_arguments_is_thrown()
    {
        var pool = Open(2);
        var earlier = new Gate(
            "the test to have seen that Map waits for the earlier job",
            2 * Helper.Limit
        );
        var later = new Gate("the later job to be taken");
        later.Open();
        var mapping = PendingCall.Start(
            () =>
                pool.Map<int, int>(
                    n =>
                    {
                        if (n == 2)
                            earlier.Wait();
                        if (n == 3)
                            later.Wait();
                        return n == 1 ? 1 : throw new FormatException($"Order {n} cannot be read.");
                    },
                    [1, 2, 3]
                ),
            "Map to come back after the earlier job"
        );

        mapping.WaitForArrivals(later, 1);
        // The cook who takes this has brought the later job to its end before.
        HangGuard.Run(() => pool.Submit(() => 4).Result, "the job after the later one");
        mapping.Settle();
        earlier.Open();
        var thrown = Assert.Catch(mapping.Finish);

        Assert.That(
            thrown,
            Is.InstanceOf<FormatException>().With.Message.EqualTo("Order 2 cannot be read."),
            "Expected what the caller of Map sees not to depend on which job was quicker."
        );
    }

    private static TResult[] Map<TArgument, TResult>(
        KitchenPool pool,
        Func<TArgument, TResult> job,
        TArgument[] arguments
    ) =>
        // Longer than the jobs wait for each other, so that their messages are the ones shown.
        HangGuard.Run(
            () => pool.Map(job, arguments),
            "Map to return",
            limit: TimeSpan.FromSeconds(5)
        );
}
