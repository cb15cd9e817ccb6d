using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.BuildThePool;

[Kata(5, typeof(KitchenPool), nameof(KitchenPool.Shutdown))]
public class ShutdownTests : KitchenTest
{
    [Test]
    public void Every_submitted_job_is_done_when_the_kitchen_has_closed()
    {
        var pool = Open(2);
        var gate = new Gate("the test to have asked for the shutdown");
        var futures = SubmitAll(pool, 10, i => Held(gate, i));
        gate.WaitForArrivals(2);

        var closing = new Helper("the one who closes", () => pool.Shutdown()).UntilAsleep();
        var closedEarly = !closing.IsAtIt;
        gate.Open();
        var thrown = closing.End("Look at what Shutdown waits for.");

        Assert.That(thrown, Is.Null);
        Assert.That(closedEarly, Is.False, "Shutdown came back while jobs were still held.");
        Assert.That(
            futures.Select(future => future.Status),
            Is.All.EqualTo(TaskStatus.RanToCompletion),
            "Expected all ten jobs, which were submitted before the shutdown, to have run."
        );
    }

    [Test]
    public void Cancelling_drops_what_has_not_started_and_finishes_what_has()
    {
        var pool = Open(1);
        var gate = new Gate("the test to have asked for the shutdown");
        var running = pool.Submit(() => Held(gate, 1));
        gate.WaitForArrivals(1);
        var ran = 0;
        var waiting = SubmitAll(pool, 5, _ => Interlocked.Increment(ref ran));

        var closing = new Helper(
            "the one who closes",
            () => pool.Shutdown(cancelPending: true)
        ).UntilAsleep();
        var closedEarly = !closing.IsAtIt;
        gate.Open();
        var thrown = closing.End(
            "Look at whether the cooks stop when there is nothing left that they should do."
        );

        Assert.That(thrown, Is.Null);
        Assert.That(closedEarly, Is.False, "Shutdown came back while a job was still held.");
        Assert.That(
            running.Status,
            Is.EqualTo(TaskStatus.RanToCompletion),
            "One job was under way when the kitchen closed. Expected it to be finished, and its future to have its result. Look at which futures are cancelled: those of jobs that nobody has begun."
        );
        Assert.That(
            waiting.Select(future => future.Status),
            Is.All.EqualTo(TaskStatus.Canceled),
            "Expected the futures of jobs that had not started to be cancelled: whoever waits for one of them would wait endlessly."
        );
        Assert.That(ran, Is.Zero, "A job that was cancelled ran all the same.");
    }

    [Test]
    public async Task Disposing_drops_no_job()
    {
        var pool = Open(1);
        var gate = new Gate("the test to have disposed of the kitchen");
        var futures = SubmitAll(pool, 5, i => Held(gate, i));
        gate.WaitForArrivals(1);

        var closing = new Helper("the one who disposes", pool.Dispose).UntilAsleep();
        gate.Open();
        var thrown = closing.End("Look at what Dispose waits for.");

        Assert.That(thrown, Is.Null);
        await HangGuard.Finish(
            Task.WhenAny(Task.WhenAll(futures)),
            "the end of five jobs that were submitted before the kitchen was disposed of"
        );
        Assert.That(
            futures.Select(future => future.Status),
            Is.All.EqualTo(TaskStatus.RanToCompletion),
            "Expected Dispose to run all five jobs that were submitted before it. Look at what it asks Shutdown to do with those that have not started."
        );
    }

    [Test]
    public void No_cook_is_left_when_the_kitchen_has_closed()
    {
        var pool = Open(3);
        var meeting = new Rendezvous(3, "three cooks to be seen");
        var futures = SubmitAll(pool, 3, _ => Seen(meeting));
        var cooks = HangGuard.Run(
            () => Task.WhenAll(futures).GetAwaiter().GetResult(),
            "three cooks"
        );

        HangGuard.Run(() => pool.Shutdown(), "the kitchen to close");

        Assert.That(
            cooks.Where(cook => cook.IsAlive).Select(cook => cook.Name),
            Is.Empty,
            "Expected Shutdown to return when the last cook has gone home. Look at who is told, and who is waited for."
        );
    }

    [Test]
    public void A_closed_kitchen_takes_no_orders()
    {
        var pool = Open(1);
        HangGuard.Run(() => pool.Shutdown(), "the kitchen to close");

        Assert.Catch<InvalidOperationException>(
            () => HangGuard.Run(() => _ = pool.Submit(() => 1), "a refusal"),
            "Expected Submit to refuse a job that no cook will ever see."
        );
    }

    [Test]
    public void Whoever_closes_second_waits_for_the_last_cook_too()
    {
        var pool = Open(1);
        var gate = new Gate("the test to have asked for both shutdowns");
        _ = pool.Submit(() => Held(gate, 1));
        gate.WaitForArrivals(1);

        var first = new Helper("the first who closes", () => pool.Shutdown()).UntilAsleep();
        var second = new Helper("the second who closes", () => pool.Shutdown()).UntilAsleep();
        var closedEarly = !second.IsAtIt;
        gate.Open();
        var thrown =
            first.End("Look at what Shutdown waits for.")
            ?? second.End("Look at what the second Shutdown waits for.");

        Assert.That(
            thrown,
            Is.Null,
            "Expected two who close the kitchen at the same time to come back without an exception. Look at what a Shutdown does that finds the kitchen closed."
        );
        Assert.That(
            closedEarly,
            Is.False,
            "The second Shutdown came back while a cook was still at work. Whoever asks may rely on the answer: all cooks have gone home. Look at what a Shutdown does that finds the kitchen closed."
        );
    }

    [Test]
    public void Whoever_closes_second_takes_no_cancelling_back()
    {
        var pool = Open(1);
        var gate = new Gate("the test to have asked for both shutdowns");
        _ = pool.Submit(() => Held(gate, 1));
        gate.WaitForArrivals(1);
        var waiting = SubmitAll(pool, 5, i => i);

        var first = new Helper(
            "the first who closes",
            () => pool.Shutdown(cancelPending: true)
        ).UntilAsleep();
        var second = new Helper("the one who disposes", pool.Dispose).UntilAsleep();
        gate.Open();
        _ =
            first.End("Look at what Shutdown waits for.")
            ?? second.End("Look at what the second Shutdown waits for.");

        Assert.That(
            waiting.Select(future => future.Status),
            Is.All.EqualTo(TaskStatus.Canceled),
            "One closed the kitchen and cancelled what had not started; while that waited for the cook, another disposed of it. Expected the jobs to stay cancelled: calling it again is harmless. Look at what a second Shutdown overwrites."
        );
    }

    [Test]
    public void A_job_under_way_may_order_from_its_own_kitchen_while_that_closes(
        [Values] bool cancelPending
    )
    {
        var pool = Open(1);
        var gate = new Gate("the test to have asked for the shutdown");
        // The inner order may be cooked or refused: the kitchen closes.
        _ = pool.Submit(() => Held(gate, 1) + pool.Submit(() => 2).Result);
        gate.WaitForArrivals(1);

        var closing = new Helper(
            "the one who closes",
            () => pool.Shutdown(cancelPending)
        ).UntilAsleep();
        gate.Open();

        Assert.That(
            closing.End(
                "The job under way has ordered from its own kitchen meanwhile, and its cook does not come back from that. Look at which lock is held while the cooks are waited for."
            ),
            Is.Null
        );
    }

    [Test]
    public void Closing_twice_and_disposing_is_harmless()
    {
        var pool = Open(2);
        var future = pool.Submit(() => 4);

        HangGuard.Run(
            () =>
            {
                pool.Shutdown();
                pool.Shutdown(cancelPending: true);
                pool.Dispose();
            },
            "closing three times"
        );

        Assert.That(future.Result, Is.EqualTo(4));
    }

    private static int Held(Gate gate, int result)
    {
        gate.Wait();
        return result;
    }

    private static Thread Seen(Rendezvous meeting)
    {
        meeting.Meet();
        return Thread.CurrentThread;
    }
}
