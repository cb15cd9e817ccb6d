using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.BuildThePool;

[Kata(3, typeof(KitchenPool), nameof(KitchenPool.Submit))]
public class SubmitTests
{
    [Test]
    public async Task The_future_carries_the_result_of_the_job()
    {
        var pool = new KitchenPool(2);

        var future = pool.Submit(() => "a bowl of ramen");

        Assert.That(await HangGuard.Finish(future, "the bowl"), Is.EqualTo("a bowl of ramen"));
    }

    [Test]
    public async Task Submit_comes_back_before_the_job_is_done()
    {
        var pool = new KitchenPool(1);
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
        var pool = new KitchenPool(3);
        var meeting = new Rendezvous(3, "three cooks to cook at the same time");

        var futures = Enumerable
            .Range(0, 3)
            .Select(_ => pool.Submit(() => Meet(meeting)))
            .ToArray();

        await HangGuard.Finish(Task.WhenAll(futures), "three jobs that wait for each other");
        Assert.That(meeting.HasMet, Is.True);
    }

    [Test]
    public async Task The_same_cooks_do_all_the_jobs()
    {
        var pool = new KitchenPool(2);
        var submitter = Thread.CurrentThread; // after an await it may be another

        var futures = Enumerable
            .Range(0, 40)
            .Select(_ =>
                pool.Submit(() => (Thread.CurrentThread, Thread.CurrentThread.IsThreadPoolThread))
            )
            .ToArray();

        var seen = await HangGuard.Finish(Task.WhenAll(futures), "forty jobs");
        var cooks = seen.Select(cook => cook.CurrentThread).Distinct().ToArray();
        Assert.That(
            seen.Any(cook => cook.IsThreadPoolThread),
            Is.False,
            "Expected the cooks to be threads of the kitchen's own, but a job ran on the runtime's pool."
        );
        Assert.That(
            cooks,
            Has.Length.LessThanOrEqualTo(2),
            "Expected a kitchen of two cooks to do all jobs with the same two threads. Look at where threads are started: with the kitchen, not with the job."
        );
        Assert.That(
            cooks,
            Has.None.SameAs(submitter),
            "A job ran on the thread that submitted it."
        );
    }

    [Test]
    public async Task A_job_that_throws_costs_no_cook()
    {
        var pool = new KitchenPool(1);

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
        var pool = new KitchenPool(1);

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
    public async Task Many_jobs_wait_their_turn_and_all_are_done()
    {
        var pool = new KitchenPool(2);

        var futures = Enumerable.Range(0, 500).Select(i => pool.Submit(() => i)).ToArray();

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
}
