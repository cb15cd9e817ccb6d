using System.Collections.Concurrent;
using Katas.Harness.Testing;

namespace Katas.BorrowedPools;

[Kata(1, typeof(Mapping), nameof(Mapping.PMap))]
public class PMapTests
{
    [Test]
    public void Results_come_in_the_order_of_the_items_whoever_is_done_first()
    {
        using var pool = new BusyPool(4);
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
    public void As_many_as_allowed_run_at_once_and_never_more()
    {
        const int calls = 12;
        var probe = new DegreeProbe(degree: 3, calls);

        probe.Watch(() =>
            Mapping.PMap(
                [.. Enumerable.Range(0, calls)],
                degree: 3,
                item =>
                {
                    probe.Call();
                    return item;
                }
            )
        );
    }

    [Test]
    public void The_threads_are_borrowed_from_the_pool()
    {
        var caller = Environment.CurrentManagedThreadId;
        var strangers = new ConcurrentBag<string>();

        Mapping.PMap(
            [.. Enumerable.Range(0, 20)],
            degree: 2,
            item =>
            {
                var thread = Thread.CurrentThread;
                if (!thread.IsThreadPoolThread && thread.ManagedThreadId != caller)
                    strangers.Add($"item {item} on thread {thread.ManagedThreadId}");
                return item;
            }
        );

        Assert.That(
            strangers,
            Is.Empty,
            "A thread of one's own costs a stack and a start, and the pool does not know of it. Only the pool's threads and the caller's may do the work."
        );
    }

    [Test]
    public void What_the_function_throws_reaches_the_caller() =>
        Assert.That(
            () =>
                Mapping.PMap<int, int>(
                    [1, 2, 3],
                    degree: 2,
                    item => item == 2 ? throw new InvalidOperationException("burnt") : item
                ),
            Throws
                .InstanceOf<AggregateException>()
                .With.Property(nameof(AggregateException.InnerExceptions))
                .Some.Message.EqualTo("burnt"),
            "Several calls may fail at once, so the caller gets an AggregateException with everything that was thrown."
        );

    [Test]
    public void No_items_give_no_results() =>
        Assert.That(Mapping.PMap<int, int>([], degree: 2, item => item), Is.Empty);
}
