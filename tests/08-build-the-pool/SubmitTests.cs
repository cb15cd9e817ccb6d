using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.BuildThePool;

[Kata(3, typeof(KitchenPool), nameof(KitchenPool.Submit))]
public class SubmitTests : KitchenTest
{
    [Test]
    public async Task The_future_carries_the_result_of_the_job()
    {
        var pool = Open(2);

        var future = pool.Submit(() => "a bowl of ramen");

        Assert.That(await HangGuard.Finish(future, "the bowl"), Is.EqualTo("a bowl of ramen"));
    }

    [Test]
    public async Task Submit_comes_back_before_the_job_is_done()
    {
        var pool = Open(1);
        var gate = new Gate("the test to see that Submit has come back");

        var future = HangGuard.Run(
            () => pool.Submit(() => Held(gate)),
            "Submit to come back while its job is held"
        );
        gate.WaitForArrivals(1);
        var wasDone = future.IsCompleted;
        gate.Open();

        Assert.That(wasDone, Is.False, "The future was complete while its job was still held.");
        Assert.That(await HangGuard.Finish(future, "the job, once it is let go"), Is.EqualTo(1));
    }

    [Test]
    public async Task As_many_jobs_run_at_once_as_there_are_cooks()
    {
        var pool = Open(3);
        var meeting = new Rendezvous(3, "three cooks to cook at the same time");

        var futures = SubmitAll(pool, 3, _ => Meet(meeting));

        await HangGuard.Finish(Task.WhenAll(futures), "three jobs that wait for each other");
        Assert.That(meeting.HasMet, Is.True);
    }

    [Test]
    public async Task A_kitchen_has_one_cook_at_least([Values(0, -1)] int cooks)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Open(cooks),
            "Expected a kitchen without cooks not to open: nobody would ever do its jobs."
        );

        // What is asked here, too, is that one is enough.
        var future = Open(1).Submit(() => 1);

        Assert.That(
            await HangGuard.Finish(future, "the job of a kitchen with one cook"),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task The_same_cooks_do_all_the_jobs()
    {
        var pool = Open(2);

        var (guest, futures) = HangGuard.Run(
            () =>
                (
                    Thread.CurrentThread,
                    Enumerable.Range(0, 40).Select(_ => pool.Submit(Cook.OfThisJob)).ToArray()
                ),
            "Submit to hang forty jobs on a rail with room for a hundred",
            limit: Helper.Limit
        );

        var seen = await HangGuard.Finish(Task.WhenAll(futures), "forty jobs");
        var cooks = seen.Distinct().ToArray();
        Assert.That(
            cooks.Any(cook => cook.IsOfThePool),
            Is.False,
            "Expected the cooks to be threads of the kitchen's own, but a job ran on the runtime's pool."
        );
        Assert.That(
            cooks.Select(cook => cook.Thread),
            Has.None.SameAs(guest),
            "A job ran on the thread that submitted it."
        );
        Assert.That(
            cooks,
            Has.Length.LessThanOrEqualTo(2),
            "Expected a kitchen of two cooks to do all jobs with the same two threads. Look at where threads are started: with the kitchen, not with the job."
        );
        Assert.That(
            cooks.Select(cook => cook.IsBackground),
            Is.All.True,
            "Expected the cooks to be background threads: a kitchen that nobody closes would keep the program alive."
        );
    }

    [Test]
    public void The_cooks_are_there_before_the_first_job()
    {
        const int many = 60;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var before = process.Threads.Count;

        Open(many);

        process.Refresh();
        // The runtime may end a few threads of its own meanwhile.
        Assert.That(
            process.Threads.Count - before,
            Is.GreaterThan(many / 2),
            $"A kitchen with {many} cooks was opened. Expected their threads to be started with it, and not with the first jobs."
        );
    }

    [TestCase(1)]
    [TestCase(3)]
    public void The_rail_has_room_for_a_hundred_jobs_and_then_Submit_waits(int cooks)
    {
        const int tooMany = 150;
        var pool = Open(cooks);
        var gate = new Gate("the test to look at the rail");
        var submitted = 0;
        for (var i = 0; i < cooks; i++)
            HangGuard.Run(() => _ = pool.Submit(() => Held(gate)), "Submit to come back");
        gate.WaitForArrivals(cooks);

        var waiter = new Helper(
            "the waiter",
            () =>
            {
                for (; submitted < tooMany; submitted++)
                    _ = pool.Submit(() => 1);
            }
        ).UntilAsleep();
        var hung = Volatile.Read(ref submitted);
        gate.Open();
        var thrown = waiter.End("There is room again: look at who tells those who wait for it.");

        Assert.That(thrown, Is.Null);
        Assert.That(
            hung,
            Is.InRange(99, 101),
            $"The kitchen's cooks ({cooks}) were all held, and {hung} more jobs went onto the rail. Expected room for a hundred, and Submit to wait with the next until a cook has taken one off."
        );
    }

    [Test]
    public async Task A_guest_who_waits_for_room_keeps_no_cook_from_an_inner_job()
    {
        const int tooMany = 120;
        var pool = Open(1);
        var gate = new Gate("the test to look at the rail");
        var outer = HangGuard.Run(
            () => pool.Submit(() => Held(gate) + pool.Submit(() => 1).Result),
            "Submit to come back"
        );
        gate.WaitForArrivals(1);
        var waiter = new Helper(
            "the guest who waits for room",
            () =>
            {
                for (var i = 0; i < tooMany; i++)
                    _ = pool.Submit(() => 1);
            }
        ).UntilAsleep();

        gate.Open();

        await HangGuard.Finish(
            outer,
            "a job to order from its own kitchen while the rail is full and a guest waits for room. Look at what a guest holds who waits in Submit"
        );
        Assert.That(waiter.End("There is room again: look at who tells those who wait."), Is.Null);
    }

    [Test]
    public async Task What_the_guest_does_next_is_not_done_by_the_cook()
    {
        var pool = Open(1);
        var gate = new Gate("the guest to have asked");
        Thread? cook = null;
        var future = pool.Submit(() =>
        {
            cook = Thread.CurrentThread;
            return Held(gate);
        });

        var next = future.ContinueWith(
            _ => Thread.CurrentThread,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        gate.WaitForArrivals(1);
        gate.Open();

        Assert.That(
            await HangGuard.Finish(next, "what the guest does next"),
            Is.Not.SameAs(cook),
            "The guest's next step ran on the cook's thread, and the next order waited for it. Look at how the TaskCompletionSource is made."
        );
    }

    [Test]
    public async Task A_cook_orders_from_another_kitchen_like_any_guest()
    {
        var (here, there) = (Open(1), Open(1));

        var cooks = here.Submit(() =>
            (Outer: Thread.CurrentThread, Inner: there.Submit(() => Thread.CurrentThread).Result)
        );

        var (outer, inner) = await HangGuard.Finish(cooks, "an order from another kitchen");
        Assert.That(
            inner,
            Is.Not.SameAs(outer),
            "A cook of one kitchen ordered from another kitchen, and cooked that order as well. Look at what tells Submit that a cook of its own kitchen calls."
        );
    }

    [Test]
    public async Task A_thread_that_a_job_starts_is_no_cook()
    {
        var pool = Open(1);
        Thread? guest = null;
        Thread? cook = null;

        var outer = pool.Submit(() =>
        {
            Task? ordered = null;
            guest = new Thread(() => ordered = pool.Submit(() => cook = Thread.CurrentThread));
            guest.Start();
            guest.Join();
            return ordered!;
        });

        await HangGuard.Finish(
            outer.Unwrap(),
            "a job ordered by a thread that another job has started"
        );
        Assert.That(
            cook,
            Is.Not.SameAs(guest),
            "A job started a thread of its own, which ordered from the kitchen like any guest, and that thread did the job itself. Expected a cook to do it. Look at what Submit knows a cook by, and whether a cook's job hands it on to the threads that it starts."
        );
    }

    [Test]
    public async Task A_job_that_gives_up_ends_its_future_too()
    {
        var pool = Open(1);

        var reason = new OperationCanceledException("sold out");
        var future = pool.Submit<int>(() => throw reason);

        var thrown = await Assert.CatchAsync<OperationCanceledException>(
            () =>
                HangGuard.Finish(future, "the end of a job that threw OperationCanceledException"),
            "Expected the future to end with what the job threw, whatever its type."
        );
        Assert.That(
            thrown,
            Is.SameAs(reason),
            "A job threw an OperationCanceledException that says why, and its guest got another one. Expected the future to carry what the job threw, whatever its type. Look at what is done with this type alone."
        );
    }

    [Test]
    public async Task What_a_job_throws_is_not_taken_apart()
    {
        var pool = Open(1);

        var several = new AggregateException(new InvalidOperationException("The soup is burnt."));
        var future = pool.Submit<int>(() => throw several);

        var thrown = await Assert.CatchAsync(() =>
            HangGuard.Finish(future, "the end of a job that threw an AggregateException")
        );
        Assert.That(
            thrown,
            Is.SameAs(several),
            "A job threw an AggregateException with another one inside. Expected the future to carry what the job threw, as it is. Look at what is done with this type alone."
        );
    }

    [Test]
    public async Task A_job_that_throws_costs_no_cook()
    {
        var pool = Open(1);

        var burnt = pool.Submit<int>(() =>
            throw new InvalidOperationException("The soup is burnt.")
        );
        var next = pool.Submit(() => 2);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            HangGuard.Finish(burnt, "the exception of the first job")
        );
        Assert.That(thrown!.Message, Is.EqualTo("The soup is burnt."));
        Assert.That(
            await HangGuard.Finish(
                next,
                "the job after one that threw. The only cook should still be there: look at where the exception goes"
            ),
            Is.EqualTo(2)
        );
    }

    [Test]
    public async Task A_cook_may_order_from_his_own_kitchen()
    {
        var pool = Open(1);

        var outer = pool.Submit(() =>
            pool.Submit(() => pool.Submit(() => 3).Result + 2).Result + 1
        );

        Assert.That(
            await HangGuard.Finish(
                outer,
                "a job that waits for a job of the same kitchen. The only cook waits for somebody to cook the inner order: look at who submits, and who could do it"
            ),
            Is.EqualTo(6)
        );
    }

    [Test]
    public async Task A_cook_may_order_from_his_own_kitchen_again_and_again()
    {
        var pool = Open(1);

        var outers = SubmitAll(
            pool,
            2,
            _ =>
                pool.Submit(() => pool.Submit(() => 3).Result + 2).Result
                + pool.Submit(() => 1).Result
        );

        Assert.That(
            await HangGuard.Finish(
                Task.WhenAll(outers),
                "two jobs that order from their own kitchen, and then once more. The only cook has cooked the first order and waits for somebody to cook the next: look at what Submit knows a cook by, and what an inner job does to it when it ends"
            ),
            Is.EqualTo([6, 6])
        );
    }

    [Test]
    public async Task All_cooks_may_order_from_their_own_kitchen_at_once()
    {
        var pool = Open(2);
        var meeting = new Rendezvous(2, "two cooks to be at work before either orders");

        var outers = SubmitAll(
            pool,
            2,
            i =>
            {
                meeting.Meet();
                return pool.Submit(() => i).Result;
            }
        );

        Assert.That(
            await HangGuard.Finish(
                Task.WhenAll(outers),
                "two jobs that each wait for a job of the same kitchen. Both cooks wait, and nobody is left to cook the inner orders: look at what a cook's Submit does when there is more than one cook"
            ),
            Is.EqualTo([0, 1])
        );
    }

    [Test]
    public async Task An_inner_job_that_throws_fails_its_own_future()
    {
        var pool = Open(1);

        var outer = pool.Submit(() =>
        {
            Task<int> inner;
            try
            {
                inner = pool.Submit<int>(() =>
                    throw new InvalidOperationException("The egg is off.")
                );
            }
            catch (InvalidOperationException)
            {
                return "thrown by Submit";
            }
            PolledWait.Block(inner, Helper.Limit);
            return inner.Exception?.InnerException?.Message;
        });

        Assert.That(
            await HangGuard.Finish(outer, "a job whose inner job throws"),
            Is.EqualTo("The egg is off."),
            "A cook submitted a job that throws to the kitchen in which they cook. Expected Submit to come back with a future that carries the exception, as for any guest."
        );
    }

    [Test]
    public async Task Many_jobs_wait_their_turn_and_all_are_done()
    {
        var pool = Open(2);

        var futures = SubmitAll(pool, 500, i => i);

        Assert.That(
            await HangGuard.Finish(Task.WhenAll(futures), "five hundred jobs"),
            Is.EqualTo(Enumerable.Range(0, 500))
        );
    }

    private static int Held(Gate gate)
    {
        gate.Wait();
        return 1;
    }

    private static int Meet(Rendezvous meeting)
    {
        meeting.Meet();
        return 1;
    }

    /// <summary>Who does a job, asked there: a thread that has ended no longer says of what kind it was.</summary>
    private readonly record struct Cook(Thread Thread, bool IsOfThePool, bool IsBackground)
    {
        public static Cook OfThisJob() =>
            new(
                Thread.CurrentThread,
                Thread.CurrentThread.IsThreadPoolThread,
                Thread.CurrentThread.IsBackground
            );
    }
}
