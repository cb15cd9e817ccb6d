using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.WaitingWithoutAThread;

[Kata(2, typeof(Orders), nameof(Orders.MapAsync))]
public class MapAsyncTests
{
    [Test]
    public async Task Results_come_in_the_order_of_the_items()
    {
        var table = new Table(4);
        var all = Start(table, limit: 3);

        table.End(2);
        // When the next has begun, the end of the one before it has been noted.
        table.Log.WaitFor("3 begins");
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
            $"The kitchen has two burners. Look at what keeps the third order waiting.\n{table.Log}"
        );
    }

    [Test]
    public async Task When_one_has_ended_the_next_begins()
    {
        var table = new Table(3);
        var all = Start(table, limit: 2);

        table.End(1);
        table.Log.WaitFor("2 begins");
        table.End(0);
        table.End(2);
        await Finish(all, table);

        Assert.That(
            table.Log.Before("1 ends", "2 begins"),
            Is.True,
            $"Both burners were taken, and a third order began all the same.\n{table.Log}"
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

        Assert.That(table.Meter.Peak, Is.EqualTo(1), table.Log.ToString());
        Assert.That(
            table.Log.Entries.Select(entry => entry.What),
            Is.EqualTo(new[] { "0 begins", "0 ends", "1 begins", "1 ends", "2 begins", "2 ends" })
        );
    }

    [Test]
    public async Task A_limit_beyond_the_number_of_items_does_no_harm()
    {
        var table = new Table(2);
        var all = Start(table, limit: 1_000_000);

        table.End(0);
        table.End(1);

        Assert.That(await Finish(all, table), Is.EqualTo(new[] { "bowl 0", "bowl 1" }));
    }

    [Test]
    public async Task Without_items_there_are_no_results()
    {
        var table = new Table(0);

        var bowls = await Finish(Start(table, limit: 2), table);

        Assert.That(bowls, Is.Empty);
    }

    [TestCase(0)]
    [TestCase(-1)]
    public async Task A_limit_of_nobody_is_refused(int limit)
    {
        var table = new Table(2);

        var seen = await ThrownBy(() => Start(table, limit), table);

        Assert.That(seen, Is.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task A_failure_reaches_the_caller()
    {
        var table = new Table(2);
        var burnt = new InvalidOperationException("burnt");
        var all = Start(table, limit: 2);

        table.Fail(1, burnt);
        table.End(0);
        var seen = await ThrownBy(() => all, table);

        Assert.That(seen, Is.SameAs(burnt));
    }

    [Test]
    public async Task After_a_failure_no_further_item_begins_and_those_under_way_are_told()
    {
        var table = new Table(4);
        table.EndAtOnce(2);
        table.EndAtOnce(3);
        var all = Start(table, limit: 2);
        table.Meter.WaitForInside(2);

        table.Fail(0, new InvalidOperationException("burnt"));
        table.Log.WaitFor("1 is told");
        table.End(1);
        await ThrownBy(() => all, table);

        Assert.That(
            table.Meter.Total,
            Is.EqualTo(2),
            $"One order failed, and another began all the same. Look again at the token once a burner is free.\n{table.Log}"
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
            $"MapAsync ended while an order was still under way: somebody cooks on in a kitchen that the caller believes empty.\n{table.Log}"
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
            $"The token was cancelled, and another order began all the same. Look again at the token once a burner is free.\n{table.Log}"
        );
        Assert.That(all.IsCanceled, Is.True, $"MapAsync ended as {all.Status}.\n{table.Log}");
    }

    private static Task<string[]> Start(
        Table table,
        int limit,
        CancellationToken cancellationToken = default
    ) =>
        HangGuard.Run(
            () => Orders.MapAsync(table.Orders, limit, table.HandleAsync, cancellationToken),
            "MapAsync to come back to its caller while it waits"
        );

    private static Task<string[]> Finish(Task<string[]> all, Table table) =>
        HangGuard.Finish(
            all,
            "MapAsync to end after all its orders have ended",
            () => $"\n{table.Log}\n"
        );

    private static async Task<Exception?> ThrownBy(Func<Task<string[]>> all, Table table)
    {
        try
        {
            await Finish(all(), table);
            return null;
        }
        catch (Exception e) when (e is not (ProbeException or NotImplementedException))
        {
            return e;
        }
    }
}
