using System.Runtime.CompilerServices;
using Katas.Harness.Explorer;
using Katas.Harness.Explorer.Verdicts;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.WaitingWithoutAThread;

[Kata(2, typeof(Orders), nameof(Orders.MapAsync))]
public class MapAsyncTests
{
    // Two waiters can do their work in very many orders; this test needs only a few of them.
    private static readonly ExplorerOptions Some = new() { Schedules = 300 };

    [Test]
    public async Task Results_come_in_the_order_of_the_items()
    {
        var table = new Table(4);
        var all = Start(table, limit: 3);

        table.End(2);
        // When the next has begun, the end of the one before it has been noted.
        WaitForNext(table, 3);
        table.End(3);
        table.End(1);
        table.End(0);
        var bowls = await Finish(all, table);

        Assert.That(
            bowls,
            Is.EqualTo(new[] { "bowl 0", "bowl 1", "bowl 2", "bowl 3" }),
            "The results came in the order in which they were ready. Give each a place of its own."
        );
    }

    [Test]
    public async Task Equal_items_have_a_result_each()
    {
        var bowls = 0;

        var all = HangGuard.Run(
            () =>
                Orders.MapAsync(
                    ["miso", "shio", "miso"],
                    limit: 1,
                    (order, _) => Task.FromResult($"{order} {++bowls}"),
                    CancellationToken.None
                ),
            "MapAsync to come back to its caller"
        );

        Assert.That(
            await HangGuard.Finish(all, "MapAsync to end"),
            Is.EqualTo(["miso 1", "shio 2", "miso 3"]),
            "Two of three orders were the same, and each was handled. Expected a result for each, in its place. Look at how a result finds its place: an order may come twice."
        );
    }

    [Test]
    public async Task As_many_are_under_way_as_the_limit_allows_and_no_more()
    {
        var table = new Table(5);
        var all = Start(table, limit: 2);
        table.Meter.WaitForInside(2);

        foreach (var order in table.Orders)
            table.End(order);
        await Finish(all, table);

        Assert.That(
            table.Meter.Peak,
            Is.EqualTo(2),
            $"The kitchen has two burners. Look at what keeps the third order waiting.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task When_one_has_ended_the_next_begins()
    {
        var table = new Table(3);
        var all = Start(table, limit: 2);

        table.End(1);
        WaitForNext(table, 2);
        table.End(0);
        table.End(2);
        await Finish(all, table);

        Assert.That(
            table.Log.Before("1 ends", "2 begins"),
            Is.True,
            $"Both burners were taken, and a third order began all the same.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task A_limit_of_one_is_one_after_the_other()
    {
        var table = new Table(3);
        var all = Start(table, limit: 1);

        foreach (var order in table.Orders)
            table.End(order);
        await Finish(all, table);

        Assert.That(
            string.Join(", ", table.Log.Entries.Select(entry => entry.What)),
            Is.EqualTo("0 begins, 0 ends, 1 begins, 1 ends, 2 begins, 2 ends"),
            "With a limit of one, expected each order to begin when the one before it has ended. Look at what keeps the next one waiting."
        );
    }

    [Test]
    public async Task A_limit_beyond_the_number_of_items_does_no_harm()
    {
        var table = new Table(2);
        var all = Start(table, limit: 1_000_000);

        table.End(0);
        table.End(1);

        Assert.That(
            await Finish(all, table),
            Is.EqualTo(new[] { "bowl 0", "bowl 1" }),
            "There were two orders and a limit of a million. Expected two bowls; look at what becomes of those who find no order."
        );
    }

    [Test]
    public async Task A_limit_beyond_the_number_of_items_costs_nothing()
    {
        const int MaxBytes = 1_000_000;
        var table = new Table(2);
        table.EndAtOnce(0);
        table.EndAtOnce(1);

        var (bytes, all) = HangGuard.Run(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var handling = Orders.MapAsync(
                    table.Orders,
                    1_000_000,
                    table.HandleAsync,
                    CancellationToken.None
                );
                return (GC.GetAllocatedBytesForCurrentThread() - before, handling);
            },
            "MapAsync to come back to its caller"
        );
        await Finish(all, table);

        Assert.That(
            bytes,
            Is.LessThan(MaxBytes),
            "(the memory, in bytes, that MapAsync took from the heap): there were two orders and a limit of a million, and something was made for each of the million. Expected no more than two orders need; look at whether there may be more waiters than orders."
        );
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task However_many_items_end_at_once_the_calls_do_not_pile_up(int limit)
    {
        const int Items = 20_000;
        var deepest = -1;
        var all = HangGuard.Run(
            () =>
                Orders.MapAsync(
                    [.. Enumerable.Range(0, Items)],
                    limit,
                    (order, _) =>
                    {
                        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
                            return Task.FromResult(order);
                        deepest = order;
                        throw new InsufficientExecutionStackException();
                    },
                    CancellationToken.None
                ),
            "MapAsync to come back to its caller"
        );
        await HangGuard.Finish(Task.WhenAny(all), "MapAsync to end");

        Assert.That(
            deepest,
            Is.EqualTo(-1),
            $"Each of {Items} orders ended as soon as it began, and at order {deepest} the stack was used up: each was begun from within the end of the one before. Look for a method that calls itself where a loop would do."
        );
    }

    [Test]
    public async Task No_item_is_given_a_thread_of_its_own()
    {
        var all = HangGuard.Run(
            () =>
            {
                var caller = Environment.CurrentManagedThreadId;
                return Orders.MapAsync(
                    [0, 1, 2, 3],
                    2,
                    (_, _) =>
                        Task.FromResult(
                            Environment.CurrentManagedThreadId == caller
                            || Thread.CurrentThread.IsThreadPoolThread
                                ? "borrowed"
                                : "made"
                        ),
                    CancellationToken.None
                );
            },
            "MapAsync to come back to its caller"
        );

        var threads = await HangGuard.Finish(
            all,
            "MapAsync to end after all its orders have ended"
        );

        Assert.That(
            threads,
            Is.All.EqualTo("borrowed"),
            "(on what kind of thread each order began, the caller's or the pool's being borrowed): expected no thread to be made for any, since an order that waits needs none. Look for what starts one."
        );
    }

    [Test]
    public void MapAsync_goes_on_where_there_is_one_thread_only()
    {
        var context = new PumpingSynchronizationContext();
        var listens = new TaskCompletionSource();
        var burnt = new InvalidOperationException("burnt");

        var all = HangGuard.Run(
            () =>
                context.Run(() => Orders.MapAsync([0, 1], 2, HandleAsync, CancellationToken.None)),
            "MapAsync to come back to the only thread of its context",
            context.Describe
        );
        HangGuard.Run(
            () => context.PumpUntil(all, "MapAsync to end after an order has failed"),
            "MapAsync to end after one order has failed and the other, on the same thread, was told",
            context.Describe
        );

        Assert.That(
            all.Exception?.InnerException,
            Is.SameAs(burnt),
            "An order failed where all that goes on has to come back to one thread. Expected the caller to get the exception of that order; look at what becomes of the first failure."
        );

        async Task<int> HandleAsync(int item, CancellationToken stop)
        {
            await Task.Yield();
            if (item == 0)
            {
                await listens.Task;
                throw burnt;
            }
            var told = new TaskCompletionSource();
            // As a window would, it hears of it on its own thread.
            await using var hears = stop.Register(told.SetResult, useSynchronizationContext: true);
            listens.SetResult();
            await told.Task;
            return item;
        }
    }

    [Test]
    public async Task Without_items_there_are_no_results()
    {
        var table = new Table(0);

        var bowls = await Finish(Start(table, limit: 2), table);

        Assert.That(
            bowls,
            Is.Empty,
            "Nothing was ordered. Expected no results; look at how many places there are."
        );
    }

    [TestCase(0, 2)]
    [TestCase(-1, 2)]
    [TestCase(0, 0)]
    public async Task A_limit_of_nobody_is_refused(int limit, int items)
    {
        var table = new Table(items);

        var seen = await ThrownBy(() => Start(table, limit), table);

        Assert.That(
            seen,
            Is.InstanceOf<ArgumentOutOfRangeException>(),
            "Nobody can be served with such a limit. Expected an ArgumentOutOfRangeException; look at the limit before anything begins."
        );
    }

    [Test]
    public void Two_that_go_on_at_the_same_moment_take_different_items()
    {
        try
        {
            Explorer.Check(TwoEndAtTheSameMoment, Some);
        }
        catch (ExplorationException e) when (IsNoVerdict(e))
        {
            // Other tests have to do.
        }

        static void TwoEndAtTheSameMoment()
        {
            var begun = new int[3];
            TaskCompletionSource<int>[] ends = [new(), new()];

            var all = Orders.MapAsync(
                [0, 1, 2],
                2,
                (item, _) =>
                {
                    begun[item]++;
                    return item < 2 ? ends[item].Task : Task.FromResult(item);
                },
                CancellationToken.None
            );
            Explorer.Together(() => ends[0].SetResult(0), () => ends[1].SetResult(1));
            Explorer.WaitUntil(() => all.IsCompleted, "MapAsync to end");

            Assert.That(
                (string.Join(", ", begun), all.Exception?.InnerException?.GetType().Name),
                Is.EqualTo(("1, 1, 1", (string?)null)),
                "(how often each order began, and what MapAsync failed with): two orders ended at the same moment, and one was left for those who had served them. Each order should begin once; look below at how the next one is numbered"
            );
        }
    }

    /// <summary>
    /// Whether the explorer does not know what the code uses, such as <see cref="Parallel"/>. It does not see either that the awaits of one
    /// loop put in order what the loop does on several threads, so a data race on a collection means nothing here.
    /// </summary>
    private static bool IsNoVerdict(ExplorationException e) =>
        e
            is DataRaceException
                or NotRepeatableTestException
                or UncontrolledWaitException
                or NotModelledException
                or { InnerException: NotSupportedException };

    [Test]
    public async Task Two_calls_do_not_disturb_each_other()
    {
        var (lunch, dinner) = (new Table(2), new Table(2));
        lunch.EndAtOnce(1);
        dinner.EndAtOnce(1);
        var first = Start(lunch, limit: 1);
        var second = Start(dinner, limit: 1);

        lunch.End(0);
        dinner.End(0);
        string[][] bowls = [await Finish(first, lunch), await Finish(second, dinner)];

        Assert.That(
            bowls,
            Is.All.EqualTo(new[] { "bowl 0", "bowl 1" }),
            "Two calls were under way at the same time. Look for what they share, such as a static field."
        );
    }

    [TestCaseSource(nameof(Failures))]
    public async Task A_failure_reaches_the_caller(Exception burnt)
    {
        var table = new Table(2);
        var all = Start(table, limit: 2);

        table.Fail(1, burnt);
        table.End(0);
        var seen = await ThrownBy(() => all, table);

        Assert.That(
            seen,
            Is.SameAs(burnt),
            $"Order 1 failed, and the caller should get its exception. Look at where it is kept until all have ended.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task Of_several_failures_the_first_in_time_reaches_the_caller()
    {
        var table = new Table(2);
        var (first, second) = (new InvalidOperationException("burnt"), new IOException("no gas"));
        var told = new TaskCompletionSource<string>();
        var all = Start(
            table,
            limit: 2,
            handle: async (order, token) =>
            {
                if (order == 1)
                    return await table.HandleAsync(order, token);
                // Fails while it is being told, so that whoever keeps the first failure afterwards is too late.
                await using var _ = token.Register(() => told.TrySetException(second));
                return await told.Task;
            }
        );

        table.Fail(1, first);
        var seen = await ThrownBy(() => all, table);

        Assert.That(
            seen,
            Is.SameAs(first),
            $"Order 1 failed first, and order 0 only when it was told to stop. The caller should get the failure that was the cause; look at when it is kept.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task An_item_that_throws_before_it_gives_a_task_fails_like_any_other()
    {
        var table = new Table(3);
        var burnt = new InvalidOperationException("burnt");
        var all = Start(
            table,
            limit: 2,
            handle: (order, token) => order == 1 ? throw burnt : table.HandleAsync(order, token)
        );

        table.Log.WaitFor("0 is told");
        var early = all.IsCompleted;
        table.End(0);
        var seen = await ThrownBy(() => all, table);

        Assert.That(
            (ReferenceEquals(seen, burnt), early, table.Meter.Total),
            Is.EqualTo((true, false, 1)),
            $"(whether the caller got its exception, whether MapAsync had ended before order 0, and how many began besides order 1): order 1 threw before it gave back a task. The others should be told, waited for, and no further one begin.\n{table.Log.InOneLine()}"
        );
    }

    [TestCaseSource(nameof(Failures))]
    public async Task After_a_failure_no_further_item_begins_and_those_under_way_are_told(
        Exception burnt
    )
    {
        var table = new Table(4);
        table.EndAtOnce(2);
        table.EndAtOnce(3);
        var all = Start(table, limit: 2);
        table.Meter.WaitForInside(2);

        table.Fail(0, burnt);
        table.Log.WaitFor("1 is told");
        table.End(1);
        await ThrownBy(() => all, table);

        Assert.That(
            table.Meter.Total,
            Is.EqualTo(2),
            $"One order failed, and another began all the same. Look again at the token once a burner is free.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task A_failure_ends_the_method_also_when_others_wait_for_their_turn()
    {
        var table = new Table(3);
        var burnt = new InvalidOperationException("burnt");
        var all = Start(table, limit: 1);

        table.Fail(0, burnt);
        var seen = await ThrownBy(() => all, table);

        Assert.That(
            seen,
            Is.SameAs(burnt),
            $"One order may be under way, the first of three failed, and its exception did not arrive. Look at what the next one waits for when the one before has failed.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task After_a_failure_those_under_way_are_waited_for()
    {
        var table = new Table(2);
        var all = Start(table, limit: 2);
        table.Meter.WaitForInside(2);

        table.Fail(0, new InvalidOperationException("burnt"));
        table.Log.WaitFor("1 is told");
        var early = all.IsCompleted;
        table.End(1);
        await ThrownBy(() => all, table);

        Assert.That(
            early,
            Is.False,
            $"MapAsync ended while an order was still under way: somebody cooks on in a kitchen that the caller believes empty.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task A_cancellation_reaches_those_under_way_and_no_further_item_begins()
    {
        var table = new Table(4);
        table.EndAtOnce(2);
        table.EndAtOnce(3);
        using var stop = new CancellationTokenSource();
        var all = Start(table, limit: 2, stop.Token);
        table.Meter.WaitForInside(2);

        await stop.CancelAsync();
        table.Log.WaitFor("0 is told");
        table.Log.WaitFor("1 is told");
        table.End(0);
        table.End(1);
        await ThrownBy(() => all, table);

        Assert.That(
            table.Meter.Total,
            Is.EqualTo(2),
            $"The token was cancelled, and another order began all the same. Look again at the token once a burner is free.\n{table.Log.InOneLine()}"
        );
        Assert.That(
            all.IsCanceled,
            Is.True,
            $"The caller gave up. Expected a cancelled task, and it ended as {all.Status}; look at what is thrown when all have ended.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task A_cancellation_counts_even_if_those_under_way_end_well()
    {
        var table = new Table(2);
        using var stop = new CancellationTokenSource();
        var all = Start(table, limit: 2, stop.Token);
        table.Meter.WaitForInside(2);

        await stop.CancelAsync();
        table.End(0);
        table.End(1);
        await ThrownBy(() => all, table);

        Assert.That(
            all.Status,
            Is.EqualTo(TaskStatus.Canceled),
            $"The caller gave up, and the last two orders did not listen and ended well. Expected a cancelled task all the same; look at the token once more when all have ended.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public async Task What_is_cancelled_before_it_begins_begins_nothing()
    {
        var table = new Table(2);
        var all = Start(table, limit: 2, new CancellationToken(canceled: true));

        await ThrownBy(() => all, table);

        Assert.That(
            (all.IsCanceled, table.Meter.Total),
            Is.EqualTo((true, 0)),
            $"(whether the task is cancelled, and how many orders began): the token was cancelled from the start. Look at it before the first begins.\n{table.Log.InOneLine()}"
        );
    }

    [Test]
    public void When_it_has_failed_nothing_listens_to_the_caller_any_more()
    {
        using var stop = new CancellationTokenSource();

        var source = FailOnce(stop.Token);
        for (var i = 0; i < 3 && source.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(
            source.IsAlive,
            Is.False,
            "MapAsync has failed, and the caller's source still holds what it made for its orders' tokens: a link that stays keeps everything alive for as long as the caller's source. Look for what is disposed only when all goes well."
        );

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference FailOnce(CancellationToken cancellationToken)
        {
            WeakReference? source = null;
            HangGuard.Run(
                () =>
                    Orders
                        .MapAsync<string, string>(
                            ["miso"],
                            1,
                            (_, its) =>
                            {
                                // As long as a source is alive and not disposed, so is its handle.
                                source = new WeakReference(its.WaitHandle);
                                return Task.FromException<string>(new IOException("no gas"));
                            },
                            cancellationToken
                        )
                        .ContinueWith(_ => { }, TaskScheduler.Default)
                        .Wait(),
                "MapAsync to end after its order has failed"
            );
            return source!;
        }
    }

    [Test]
    public async Task When_it_has_ended_nothing_listens_to_the_caller_any_more()
    {
        var token = CancellationToken.None;
        using var stop = new CancellationTokenSource();
        await HangGuard.Finish(
            Orders.MapAsync(
                ["miso"],
                1,
                (bowl, its) =>
                {
                    token = its;
                    return Task.FromResult(bowl);
                },
                stop.Token
            ),
            "MapAsync to end"
        );
        var before = token.IsCancellationRequested;

        await stop.CancelAsync();

        Assert.That(
            !before && token.IsCancellationRequested,
            Is.False,
            "MapAsync has ended, and the caller's token was cancelled long after. The token of the order should not hear of that any more: a link that stays keeps everything alive for as long as the caller's source. Look for what has to be disposed."
        );
    }

    private static IEnumerable<TestCaseData> Failures() =>
        new Exception[]
        {
            new InvalidOperationException("burnt"),
            new OperationCanceledException("the guest has left"),
        }.Select(failure => new TestCaseData(failure).SetArgDisplayNames(failure.GetType().Name));

    private static Task<string[]> Start(
        Table table,
        int limit,
        CancellationToken cancellationToken = default,
        Func<int, CancellationToken, Task<string>>? handle = null
    ) =>
        HangGuard.Run(
            () =>
                Orders.MapAsync(
                    table.Orders,
                    limit,
                    handle ?? table.HandleAsync,
                    cancellationToken
                ),
            "MapAsync to come back to its caller while it waits"
        );

    /// <summary>Blocks until an order has begun for which there is room since another has ended.</summary>
    private static void WaitForNext(Table table, int order)
    {
        try
        {
            table.Log.WaitFor($"{order} begins");
        }
        catch (ProbeException)
        {
            Assert.Fail(
                $"An order has ended, so fewer are under way than the limit allows, and order {order} is left, but it does not begin. Look at who takes the next order: whoever is free, or somebody who was chosen for it beforehand.\n{table.Log.InOneLine()}"
            );
        }
    }

    /// <summary>The results; what is thrown instead of them fails the test in words.</summary>
    private static async Task<string[]> Finish(Task<string[]> all, Table table)
    {
        var seen = await ThrownBy(() => all, table);
        Assert.That(
            seen is null,
            $"MapAsync should give back its results, but it failed with {seen?.GetType().Name}: {seen?.Message} Look at what becomes of a limit, a token or a failure that has nothing to do with these orders.\n{table.Log.InOneLine()}"
        );
        return await all;
    }

    private static async Task<Exception?> ThrownBy(Func<Task<string[]>> all, Table table)
    {
        try
        {
            await HangGuard.Finish(
                all(),
                "MapAsync to end after all its orders have ended",
                table.Log.InWords
            );
            return null;
        }
        catch (Exception e) when (e is not (ProbeException or NotImplementedException))
        {
            return e;
        }
    }
}
