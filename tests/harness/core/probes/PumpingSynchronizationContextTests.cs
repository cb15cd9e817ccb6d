namespace Katas.Harness.Probes;

public class PumpingSynchronizationContextTests
{
    [Test]
    public void What_comes_back_to_the_context_runs_only_when_it_is_pumped()
    {
        var context = new PumpingSynchronizationContext();
        var cooked = new TaskCompletionSource();

        var task = context.Run(() => Cook(cooked.Task));
        cooked.SetResult();
        var before = task.IsCompleted;
        var ran = context.Pump();

        Assert.That(before, Is.False);
        Assert.That(ran, Is.EqualTo(1));
        Assert.That(task.Result, Is.EqualTo(Environment.CurrentManagedThreadId));
    }

    [Test]
    public void The_context_is_current_while_it_is_pumped_and_not_after()
    {
        var context = new PumpingSynchronizationContext();
        var before = SynchronizationContext.Current;
        SynchronizationContext? inside = null;
        context.Post(_ => inside = SynchronizationContext.Current, null);

        context.Pump();

        Assert.That(inside, Is.SameAs(context));
        Assert.That(SynchronizationContext.Current, Is.SameAs(before));
    }

    [Test]
    public void Pumping_until_a_task_is_done_waits_for_what_is_posted_later()
    {
        var context = new PumpingSynchronizationContext();
        var cooked = new TaskCompletionSource();
        var task = context.Run(() => Cook(cooked.Task));
        var other = new Thread(cooked.SetResult);
        other.Start();

        context.PumpUntil(task, "the bowl");

        Assert.That(task.IsCompletedSuccessfully, Is.True);
        other.Join();
    }

    [Test]
    public void Pumping_ends_when_a_task_is_done_elsewhere()
    {
        var context = new PumpingSynchronizationContext();
        var cooked = new TaskCompletionSource();
        var other = new Thread(cooked.SetResult);
        other.Start();

        context.PumpUntil(cooked.Task, "the bowl");

        Assert.That(context.Posted, Is.Zero);
        other.Join();
    }

    [Test]
    public void It_fails_when_nothing_is_posted_any_more()
    {
        var context = new PumpingSynchronizationContext(Short.Limit);
        var never = new TaskCompletionSource();

        var seen = Assert.Throws<ProbeException>(() =>
            context.PumpUntil(never.Task, "the bowl to be cooked")
        );

        Assert.That(
            seen.Message,
            Does.StartWith("Waited 0.05 s for the bowl to be cooked: the task is not completed")
        );
    }

    [Test]
    public void A_thread_that_blocks_on_its_own_context_is_caught_by_a_guard()
    {
        var context = new PumpingSynchronizationContext();
        var cooked = new TaskCompletionSource();
        // Posted here and now, so that it is there to be described however late the guarded thread starts.
        var bowl = context.Run(() => Cook(cooked.Task));
        cooked.SetResult();

        var seen = Assert.Throws<ProbeException>(() =>
            HangGuard.Run(
                () => context.Run(() => bowl.Result),
                "the bowl",
                context.Describe,
                Short.Limit
            )
        );
        context.Pump();

        Assert.That(
            seen.Message,
            Does.Contain("the context holds 1 continuations that only its own thread may run")
        );
    }

    [Test]
    public void It_counts_async_void_methods_and_throws_what_they_throw()
    {
        var context = new PumpingSynchronizationContext();
        context.Run(() =>
        {
            Forget();
            return true;
        });

        var seen = Assert.Throws<InvalidOperationException>(() => context.Pump());

        Assert.That(seen.Message, Is.EqualTo("burnt"));
        Assert.That(context.AsyncVoids, Is.EqualTo(1));

        static async void Forget()
        {
            await Task.Yield();
            throw new InvalidOperationException("burnt");
        }
    }

    [Test]
    public void Send_waits_until_it_is_pumped()
    {
        var context = new PumpingSynchronizationContext();
        var log = new EventLog();
        var other = new Thread(() =>
        {
            context.Send(_ => log.Add("sent"), null);
            log.Add("returned");
        });
        other.Start();
        var posted = new TaskCompletionSource();
        context.Post(_ => posted.SetResult(), null);

        context.PumpUntil(posted.Task, "the first callback");
        while (log.Entries.Count == 0)
            context.Pump();
        other.Join();

        Assert.That(log.Before("sent", "returned"), Is.True, log.ToString());
    }

    private static async Task<int> Cook(Task cooked)
    {
        await cooked;
        return Environment.CurrentManagedThreadId;
    }
}
