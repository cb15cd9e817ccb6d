using Katas.Harness.Explorer;
using Katas.Harness.Explorer.Verdicts;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.Futures;

[Kata(4, typeof(Future), nameof(Future.AsCompleted))]
public class AsCompletedTests
{
    private const int Looks = 100;

    // Whoever asks again and again must be stopped before that makes more continuations than the explorer can follow; other tests speak of it.
    private static readonly ExplorerOptions Short = new() { Steps = 30 };

    [Test]
    public async Task Tasks_come_in_the_order_in_which_they_complete()
    {
        var (a, b, c) = (Source(), Source(), Source());
        await using var served = Serve(a, b, c);

        c.SetResult(3);
        var first = await served.Next();
        a.SetResult(1);
        var second = await served.Next();
        b.SetResult(2);
        var third = await served.Next();

        Assert.That(
            new[] { first, second, third },
            Is.EqualTo([c.Task, a.Task, b.Task]),
            "The third was ready first, then the first. Expected them to be handed out in that order, and the very tasks that were given."
        );
        await AssertNoMore(served);
    }

    [Test]
    public void Tasks_that_complete_while_nobody_asks_keep_their_order()
    {
        using var pool = new FixedThreadPool(2);
        TaskCompletionSource<int>[] sources = [Source(), Source(), Source()];
        var served = Serve(sources);
        var asked = served.Ask();
        sources[0].SetResult(0);
        HangGuard.Finish(asked, "the first task").GetAwaiter().GetResult();

        // What follows from one end has run before the next comes.
        sources[1].SetResult(1);
        FixedThreadPool.HasFree(pool.Threads);
        sources[2].SetResult(2);
        FixedThreadPool.HasFree(pool.Threads);
        var rest = new[] { served.Next(), served.Next() }.Select(next =>
            next.GetAwaiter().GetResult()
        );

        Assert.That(
            rest,
            Is.EqualTo([sources[1].Task, sources[2].Task]),
            "Two tasks completed, one after the other, before anybody asked for the next. Expected the one that had completed first to be handed out first. Look at the end from which those that wait are taken."
        );
    }

    [Test]
    public async Task A_task_is_handed_out_while_others_go_on()
    {
        var (quick, slow) = (Source(), Source());
        await using var served = Serve(slow, quick);
        quick.SetResult(1);

        var first = await served.Next();

        Assert.That(
            first,
            Is.SameAs(quick.Task),
            "One of two tasks had completed. Expected that one to be handed out; look at what the first place in the order is filled with."
        );
    }

    [Test]
    public void Two_that_complete_at_the_same_moment_take_different_places()
    {
        using var enough = new CancellationTokenSource();
        try
        {
            Explorer.Check(TwoAtTheSameMoment, Short);
        }
        catch (ExplorationException e) when (IsNoVerdict(e))
        {
            // Other tests have to do.
        }
        finally
        {
            // Whoever asks again and again would never end.
            enough.Cancel();
        }

        void TwoAtTheSameMoment()
        {
            TaskCompletionSource<int>[] ends = [new(), new()];
            var all = HandOut(Future.AsCompleted(ends.Select(end => end.Task), enough.Token));

            Explorer.Together(() => ends[0].SetResult(0), () => ends[1].SetResult(1));
            Explorer.WaitUntil(
                () => all.IsCompleted,
                "two tasks that completed at the same moment to be handed out, each once; look at how each takes its place in the order"
            );

            Assert.That(
                all.IsCompletedSuccessfully ? all.Result : all.Exception?.GetType().Name,
                Is.EqualTo("0, 1"),
                "(the results handed out, in order of size): two tasks completed at the same moment. Expected each to be handed out once; look at how each takes its place in the order"
            );
        }

        static async Task<string> HandOut(IAsyncEnumerable<Task<int>> served)
        {
            var results = new List<int>();
            await foreach (var done in served)
                results.Add(await done);
            return string.Join(", ", results.Order());
        }
    }

    [Test]
    public async Task A_task_that_fails_or_is_cancelled_keeps_no_other_from_being_served()
    {
        var (burnt, off, good) = (Source(), Source(), Source());
        await using var served = Serve(burnt, off, good);

        burnt.SetException(new FormatException("burnt"));
        var first = await served.Next();
        off.SetCanceled();
        var second = await served.Next();
        good.SetResult(3);
        var third = await served.Next();

        Assert.That(
            new Task[] { first, second, third },
            Is.EqualTo(new Task[] { burnt.Task, off.Task, good.Task }),
            "One task failed, then one was cancelled, then one had a result. Expected them to be handed out as they are, in that order; look at what becomes of a task that does not end well."
        );
    }

    [Test]
    public async Task A_task_that_is_given_twice_is_handed_out_twice()
    {
        var a = Source();
        await using var served = Serve(a, a);
        a.SetResult(1);

        Assert.That(
            new[] { await served.Next(), await served.Next() },
            Is.All.SameAs(a.Task),
            "One task was given twice. Expected it to be handed out twice; look at how those that are left are told apart."
        );
        await AssertNoMore(served);
    }

    [Test]
    public async Task Nothing_is_awaited_when_there_is_nothing()
    {
        await using var served = Serve();

        await AssertNoMore(served);
    }

    [Test]
    public async Task Nobody_is_blocked_meanwhile()
    {
        using var pool = new FixedThreadPool(2);
        var slow = Source();
        await using var served = Serve(slow);

        var next = served.Ask();
        var poolIsFree = FixedThreadPool.HasFree(pool.Threads);

        Assert.That(next.IsCompleted, Is.False, "There is one task, and it is not complete.");
        slow.SetResult(1);
        Assert.That(
            poolIsFree,
            Is.True,
            "While nothing was complete, a thread of the pool was blocked or busy. Expected nobody to wait with a thread, the pool's included."
        );

        await HangGuard.Finish(next, "the task");
    }

    [Test]
    public async Task Whoever_completes_a_task_waits_for_nobody()
    {
        using var pool = new FixedThreadPool(2);
        // What follows from their end runs on the thread that completes them.
        TaskCompletionSource<int>[] sources = [new(), new(), new(), new()];
        await using var served = Serve(sources);
        var first = served.Ask();

        HangGuard.Run(
            () => Array.ForEach(sources, source => source.SetResult(1)),
            "four tasks to be completed while only the first of them is asked for. Look for a place in which the next has to wait until the one before is taken"
        );
        var poolIsFree = FixedThreadPool.HasFree(pool.Threads);

        Assert.That(
            poolIsFree,
            Is.True,
            "Four tasks had completed and only the first had been asked for, and a thread of the pool was blocked or busy. Look for a place in which the next has to wait until the one before is taken."
        );
        await HangGuard.Finish(first, "the first task");
    }

    [Test]
    public async Task Nobody_asks_again_and_again_meanwhile()
    {
        var slow = Source();
        await using var served = Serve(slow);
        var timers = Timer.ActiveCount;
        var jobs = ThreadPool.CompletedWorkItemCount;

        var next = served.Ask();
        // Whoever polls has a timer most of the time, or a job in the pool's queue.
        var looks = Enumerable.Range(0, Looks).Select(_ => LookAtTimers(timers)).ToList();
        var extraJobs = ThreadPool.CompletedWorkItemCount - jobs;
        slow.SetResult(1);

        await HangGuard.Finish(next, "the task");
        Assert.That(
            looks.Count(isMore => isMore) > Looks / 2 || extraJobs > 2 * Looks,
            Is.False,
            "While nothing was complete, somebody asked again and again whether it was. A task tells when it completes: await it, or have it call you."
        );
    }

    [Test]
    public async Task The_tasks_are_gone_through_once()
    {
        var rounds = 0;
        await using var served = new Serving(Future.AsCompleted(Begin()).GetAsyncEnumerator());

        await served.Next();
        await served.Next();

        await AssertNoMore(served);
        Assert.That(
            rounds,
            Is.EqualTo(1),
            "Going through the tasks may be what starts the work. Expected that to happen once: look for a sequence that is computed anew each time."
        );

        IEnumerable<Task<int>> Begin()
        {
            rounds++;
            yield return Task.FromResult(1);
            yield return Task.FromResult(2);
        }
    }

    [Test]
    public async Task Who_asks_can_stop_asking()
    {
        var slow = Source();
        using var enough = new CancellationTokenSource();
        await using var served = new Serving(
            Future.AsCompleted([slow.Task], enough.Token).GetAsyncEnumerator()
        );
        var next = served.Ask();

        await enough.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(
            () => HangGuard.Finish(next, "the end of the waiting"),
            "The token was cancelled while nothing was complete. Expected the waiting to end with an OperationCanceledException; look at what the token is given to."
        );
    }

    [Test]
    public async Task Who_asks_in_a_loop_can_stop_asking_too()
    {
        var slow = Source();
        using var enough = new CancellationTokenSource();
        await using var served = new Serving(
            Future.AsCompleted([slow.Task]).GetAsyncEnumerator(enough.Token)
        );
        var next = served.Ask();

        await enough.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(
            () => HangGuard.Finish(next, "the end of the waiting"),
            "await foreach (... in AsCompleted(tasks).WithCancellation(token)) hands the token over later. Look at [EnumeratorCancellation]."
        );
    }

    /// <summary>Whether the explorer does not know what the code uses, or the code asks again and again.</summary>
    private static bool IsNoVerdict(ExplorationException e) =>
        e
            is DataRaceException
                or NotRepeatableTestException
                or UncontrolledWaitException
                or NotModelledException
                or LivelockException
                or { InnerException: NotSupportedException };

    private static async Task AssertNoMore(Serving served) =>
        Assert.That(
            await served.More(),
            Is.False,
            "All tasks that were given had been handed out, and one more came. Look at what ends the loop."
        );

    /// <summary>Whether there are more timers than before, after the pool has run what it had.</summary>
    private static bool LookAtTimers(long before)
    {
        Task.Run(() => { }).Wait();
        return Timer.ActiveCount > before;
    }

    private static TaskCompletionSource<int> Source() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Serving Serve(params TaskCompletionSource<int>[] sources) =>
        new(Future.AsCompleted(sources.Select(source => source.Task)).GetAsyncEnumerator());
}
