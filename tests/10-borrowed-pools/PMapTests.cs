using Katas.Harness.Explorer;
using Katas.Harness.Explorer.Verdicts;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.BorrowedPools;

[Kata(1, typeof(Mapping), nameof(Mapping.PMap))]
public class PMapTests
{
    [Test]
    public void Results_come_in_the_order_of_the_items_whoever_is_done_first()
    {
        using var pool = new FixedThreadPool(4);
        var order = new HeldOrder();
        var items = new PlainList<int>(Enumerable.Range(0, 100));

        var results = Mapping.PMap(
            items,
            degree: 2,
            item =>
            {
                order.Pass(item);
                return $"bowl {item}";
            }
        );

        Assert.That(
            results,
            Is.EqualTo(Enumerable.Range(0, 100).Select(item => $"bowl {item}")),
            "The first item was held until others were done. Each result must still stand where its item stands."
        );
    }

    [Test]
    public void As_many_as_allowed_run_at_once_and_never_more() => AssertDegree(DegreeProbe.Large);

    [Test]
    public void A_degree_of_one_is_one_at_a_time() => AssertDegree(1);

    [TestCase(4, 9)]
    [TestCase(3, 4)]
    public void As_many_as_allowed_run_at_once_however_few_items_there_are(int degree, int items) =>
        DegreeProbe.MeetAtOnce(
            degree,
            items,
            call => Mapping.PMap([.. Enumerable.Range(0, items)], degree, call)
        );

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(200)]
    public void The_function_is_called_once_for_each_item_whatever_the_degree(int degree)
    {
        string?[] items = [.. Enumerable.Range(0, 50).Select(i => i % 7 == 0 ? null : $"{i % 5}")];
        var threads = new ThreadCheck();
        var calls = 0;

        var results = Mapping.PMap(
            items,
            degree,
            item =>
            {
                threads.Note();
                return (Bowl: $"bowl {item}", Call: Interlocked.Increment(ref calls));
            }
        );

        var misplaced = items.Where(
            (item, i) => results.ElementAtOrDefault(i).Bowl != $"bowl {item}"
        );
        Assert.That(
            (calls, results.Distinct().Count(), misplaced.Count()),
            Is.EqualTo((items.Length, items.Length, 0)),
            "(how often the function was called, how many different results there are, and how many are not where their item is) Some items are equal, and some are null. Expected one call for each place in the list, and what that call made in that place: look at how an item finds its result, and at the last items of each share."
        );
        threads.AssertBorrowed();
    }

    [Test]
    public void A_result_may_be_null()
    {
        var calls = 0;

        var results = Mapping.PMap<int, string?>(
            [.. Enumerable.Range(0, 20)],
            3,
            item =>
            {
                Interlocked.Increment(ref calls);
                return item % 2 == 0 ? null : "bowl";
            }
        );

        Assert.That(
            (calls, results.Count(result => result is null)),
            Is.EqualTo((20, 10)),
            "(how often the function was called, and how many results are null) For every second of 20 items the function gives null, which is a result like any other. Look for null that stands for 'not done yet'."
        );
    }

    [Test]
    public void Two_workers_never_take_the_same_item()
    {
        try
        {
            Explorer.Check(TwoWorkersMapTwoItems, new ExplorerOptions { Schedules = 1_000 });
        }
        catch (NotModelledException)
        {
            // PLINQ: its partitions are not explored.
        }

        static void TwoWorkersMapTwoItems()
        {
            var calls = new int[2];
            var results = Mapping.PMap([0, 1], degree: 2, item => item + calls[item]++);
            Assert.That(
                (calls, results),
                Is.EqualTo((new[] { 1, 1 }, new[] { 0, 1 })),
                "(calls for each item, results): expected one call for each item, and its result in its place. Look below at how a worker takes its next item"
            );
        }
    }

    [Test]
    public void A_call_may_map_in_its_turn()
    {
        using var pool = new FixedThreadPool(12);

        var sums = HangGuard.Run(
            () =>
                Mapping.PMap(
                    [10, 20, 30],
                    degree: 2,
                    ten => Mapping.PMap([1, 2, 3], degree: 2, one => ten + one).Sum()
                ),
            "a PMap whose function calls PMap"
        );

        Assert.That(
            sums,
            Is.EqualTo(new[] { 36, 66, 96 }),
            "Three calls of PMap were under way at once. Look for what they share: a static field, for example."
        );
    }

    [Test]
    public void A_call_that_throws_is_not_made_again()
    {
        var calls = 0;

        Thrown(item =>
        {
            if (item != 1)
                return item;
            calls++;
            throw new InvalidOperationException("burnt");
        });

        Assert.That(
            calls,
            Is.EqualTo(1),
            "The function threw for the first item. Expected no second call for it: what it had begun must not be begun twice. Look at what is done about an exception."
        );
    }

    [Test]
    public void All_that_was_thrown_reaches_the_caller()
    {
        using var pool = new FixedThreadPool(4);
        var both = new Rendezvous(2, "two calls at once");

        var thrown = Thrown(item =>
        {
            both.Meet();
            throw item == 1
                ? new OperationCanceledException("given up")
                : new InvalidOperationException("burnt");
        });

        Assert.That(
            thrown,
            Is.SupersetOf(new[] { "burnt", "given up" }),
            "Two calls failed at once, each in its own way. Expected an AggregateException with everything that was thrown. Look at what is made of the second exception."
        );
    }

    [Test]
    public void Nobody_is_at_work_any_more_when_a_failure_is_told()
    {
        using var pool = new FixedThreadPool(4);
        var both = new Rendezvous(2, "two calls at once");
        var hold = new Gate("the test to let the second call go");
        IEnumerable<string> thrown = [];
        var mapping = PendingCall.Start(
            () =>
                thrown = Thrown(item =>
                {
                    both.Meet();
                    if (item == 1)
                        throw new InvalidOperationException("burnt");
                    hold.Wait();
                    return item;
                }),
            "PMap to come back"
        );
        mapping.WaitForArrivals(hold, 1);

        mapping.Settle();
        var wasDone = mapping.HasEnded;
        hold.Open();
        mapping.Finish();

        Assert.That(
            wasDone,
            Is.False,
            "One call has failed, and the other is still under way. Expected PMap to wait for it: afterwards, nobody may be at work behind the caller's back."
        );
        Assert.That(thrown, Has.Member("burnt"));
    }

    [Test]
    public void No_items_give_no_results() =>
        Assert.That(Mapping.PMap<int, int>([], degree: 2, item => item), Is.Empty);

    /// <summary>What two calls, of which at least one fails, throw through PMap.</summary>
    private static IEnumerable<string> Thrown(Func<int, int> function)
    {
        try
        {
            Mapping.PMap([1, 2], degree: 2, function);
        }
        catch (AggregateException e)
        {
            return [.. e.Flatten().InnerExceptions.Select(inner => inner.Message)];
        }
        catch (Exception e) when (e is not NotImplementedException)
        {
            return [$"{e.GetType().Name} instead of an AggregateException: {e.Message}"];
        }
        return ["nothing"];
    }

    private static void AssertDegree(int degree)
    {
        var probe = new DegreeProbe(degree);

        probe.Watch(() =>
            Mapping.PMap(
                [.. Enumerable.Range(0, probe.Calls)],
                degree,
                item =>
                {
                    probe.Call();
                    return item;
                }
            )
        );
    }
}
