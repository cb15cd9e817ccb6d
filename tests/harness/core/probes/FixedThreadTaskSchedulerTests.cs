namespace Katas.Harness.Probes;

public class FixedThreadTaskSchedulerTests
{
    [Test]
    public void As_many_tasks_run_at_once_as_there_are_slots()
    {
        using var slots = new FixedThreadTaskScheduler(2);
        var meter = new OverlapMeter("the slots");
        var gate = new Gate("the test to look");
        var tasks = Enumerable.Range(0, 3).Select(_ => slots.Run(Visit)).ToArray();

        gate.WaitForArrivals(2);
        var (running, queued) = (slots.Running, slots.Queued);
        gate.Open();
        slots.WaitFor(Task.WhenAll(tasks), "three tasks in two slots");

        Assert.That((running, queued), Is.EqualTo((2, 1)));
        Assert.That(meter.Peak, Is.EqualTo(2));

        Task Visit()
        {
            using (meter.Enter())
                gate.Wait();
            return Task.CompletedTask;
        }
    }

    [Test]
    public void What_a_task_awaits_goes_on_in_the_slots()
    {
        using var slots = new FixedThreadTaskScheduler(1);

        var names = slots.Run(async () =>
        {
            await Task.Yield();
            return Thread.CurrentThread.Name;
        });
        slots.WaitFor(names, "the name");

        Assert.That(names.Result, Is.EqualTo("slot 1 of 1"));
    }

    [Test]
    public void Tasks_that_block_on_their_own_starve()
    {
        using var slots = new FixedThreadTaskScheduler(2, Short.Limit);
        var both = new Rendezvous(2, "both slots to be taken");
        var log = new EventLog();
        var inner = new TaskCompletionSource();
        var tasks = new[] { slots.Run(Outer), slots.Run(Outer) };
        var all = Task.WhenAll(tasks);
        log.WaitFor("queued", times: 2);

        var seen = Assert.Throws<ProbeException>(() => slots.WaitFor(all, "all orders"));
        inner.SetResult();

        Assert.That(
            seen.Message,
            Does.StartWith(
                "Waited 0.05 s for all orders: 2 of 2 slots are taken, and 2 tasks wait for one. Every slot is held by a task that blocks"
            )
        );

        Task Outer()
        {
            both.Meet();
            var needsSlot = Task.Factory.StartNew(
                () => { },
                CancellationToken.None,
                TaskCreationOptions.None,
                TaskScheduler.Current
            );
            log.Add("queued");
            Task.WaitAny(needsSlot, inner.Task);
            return Task.CompletedTask;
        }
    }

    [Test]
    public void A_task_that_waits_for_something_else_is_told_apart()
    {
        using var slots = new FixedThreadTaskScheduler(2, Short.Limit);
        var never = new TaskCompletionSource();

        var seen = Assert.Throws<ProbeException>(() =>
            slots.WaitFor(slots.Run(() => never.Task), "the order")
        );

        Assert.That(seen.Message, Does.Contain("Look at what the task waits for"));
    }

    [Test]
    public void A_closed_scheduler_takes_no_task()
    {
        var slots = new FixedThreadTaskScheduler(1);

        slots.Dispose();

        Assert.Throws<TaskSchedulerException>(() => _ = slots.Run(() => Task.CompletedTask));
    }
}
