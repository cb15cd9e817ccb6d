namespace Katas.Harness.Probes;

public class ManualTimeProviderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    [Test]
    public void Time_stands_still_until_it_is_advanced()
    {
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        var stamp = clock.GetTimestamp();

        var before = clock.GetElapsedTime(stamp);
        clock.Advance(Second);

        Assert.That(before, Is.EqualTo(TimeSpan.Zero));
        Assert.That(clock.GetElapsedTime(stamp), Is.EqualTo(Second));
        Assert.That(clock.GetUtcNow() - start, Is.EqualTo(Second));
    }

    [Test]
    public void A_callback_that_advances_the_clock_does_not_make_it_go_back()
    {
        var clock = new ManualTimeProvider();
        var seen = new List<TimeSpan>();
        using var first = clock.CreateTimer(_ => clock.Advance(5 * Second), null, Second, Never);
        using var second = clock.CreateTimer(_ => seen.Add(clock.Elapsed), null, 3 * Second, Never);

        clock.Advance(2 * Second);
        seen.Add(clock.Elapsed);

        Assert.That(seen, Is.EqualTo([3 * Second, 6 * Second]));
    }

    [Test]
    public void A_delay_ends_at_its_moment_and_not_before()
    {
        var clock = new ManualTimeProvider();
        var delay = Task.Delay(Second, clock);

        clock.Advance(Second - TimeSpan.FromTicks(1));
        var early = delay.IsCompleted;
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.That(early, Is.False);
        Assert.That(delay.IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public void Timers_fire_in_the_order_in_which_they_are_due_each_at_its_own_moment()
    {
        var clock = new ManualTimeProvider();
        var seen = new List<string>();
        using var late = Timer("late", 3);
        using var early = Timer("early", 1);
        using var alsoLate = Timer("also late", 3);

        clock.Advance(Second * 5);

        Assert.That(seen, Is.EqualTo(new[] { "early at 1", "late at 3", "also late at 3" }));

        ITimer Timer(string name, int due) =>
            clock.CreateTimer(
                _ => seen.Add($"{name} at {clock.Elapsed.TotalSeconds}"),
                null,
                Second * due,
                Timeout.InfiniteTimeSpan
            );
    }

    [Test]
    public void One_advance_takes_a_loop_round_as_often_as_it_is_due()
    {
        var clock = new ManualTimeProvider();
        var rounds = new List<TimeSpan>();
        var loop = Loop();

        clock.Advance(Second * 3.5);

        Assert.That(rounds, Is.EqualTo(new[] { Second, Second * 2, Second * 3 }));
        Assert.That(loop.IsCompleted, Is.False);
        Assert.That(clock.NextDue, Is.EqualTo(Second / 2));

        async Task Loop()
        {
            while (true)
            {
                await Task.Delay(Second, clock);
                rounds.Add(clock.Elapsed);
            }
        }
    }

    [Test]
    public void A_periodic_timer_fires_again_and_stays_pending()
    {
        var clock = new ManualTimeProvider();
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, Second, Second * 2);

        clock.Advance(Second * 6);

        Assert.That(fired, Is.EqualTo(3));
        Assert.That(clock.PendingTimers, Is.EqualTo(1));
    }

    [Test]
    public void A_timer_that_was_stopped_or_disposed_never_fires()
    {
        var clock = new ManualTimeProvider();
        var fired = 0;
        var disposed = clock.CreateTimer(_ => fired++, null, Second, Second);
        using var stopped = clock.CreateTimer(_ => fired++, null, Second, Second);

        disposed.Dispose();
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advance(Second * 9);

        Assert.That(fired, Is.Zero);
        Assert.That(clock.PendingTimers, Is.Zero);
        Assert.That(clock.NextDue, Is.Null);
        Assert.That(disposed.Change(Second, Second), Is.False);
    }

    [Test]
    public void A_cancelled_delay_leaves_no_timer()
    {
        var clock = new ManualTimeProvider();
        using var stop = new CancellationTokenSource();
        var delay = Task.Delay(Second, clock, stop.Token);

        var before = clock.PendingTimers;
        stop.Cancel();

        Assert.That(before, Is.EqualTo(1));
        Assert.That(clock.PendingTimers, Is.Zero);
        Assert.That(delay.IsCanceled, Is.True);
    }

    [Test]
    public void It_tells_when_a_timer_is_set()
    {
        var clock = new ManualTimeProvider();
        var worker = new Thread(() => Task.Delay(Second, clock).Wait());
        worker.Start();

        clock.WaitForTimers(1);
        clock.Advance(Second);
        worker.Join();

        Assert.That(clock.PendingTimers, Is.Zero);
    }

    [Test]
    public void It_moves_on_until_a_task_is_completed()
    {
        var clock = new ManualTimeProvider();

        clock.RunUntil(Cook(), "the bowl");

        Assert.That(clock.Elapsed, Is.EqualTo(Second * 3));

        async Task Cook()
        {
            await Task.Delay(Second, clock);
            await Task.Delay(Second * 2, clock);
        }
    }

    [Test]
    public void It_fails_when_a_task_waits_for_something_else()
    {
        var clock = new ManualTimeProvider(Short.Limit);
        var never = new TaskCompletionSource();

        var seen = Assert.Throws<ProbeException>(() => clock.RunUntil(never.Task, "the bowl"));

        Assert.That(
            seen.Message,
            Does.StartWith("Waited 0.05 s for the bowl: the task is not completed, and no timer")
        );
    }

    [Test]
    public void It_counts_who_looks_at_it()
    {
        var clock = new ManualTimeProvider();

        _ = clock.GetTimestamp();
        _ = clock.GetUtcNow();

        Assert.That(clock.Readings, Is.EqualTo(2));
    }

    [Test]
    public async Task It_fails_when_no_timer_is_set()
    {
        var clock = new ManualTimeProvider(Short.Limit);

        var seen = Assert.Throws<ProbeException>(() => clock.WaitForTimers(1));
        var seenAsync = await Assert.ThrowsAsync<ProbeException>(() => clock.WaitForTimersAsync(1));

        Assert.That(
            seen.Message,
            Does.StartWith("Waited 0.05 s for 1 timers on this clock: 0 are set.")
        );
        Assert.That(seenAsync.Message, Does.Contain("0 are set"));
    }

    [Test]
    public void Time_does_not_run_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ManualTimeProvider().Advance(-Second));
}
