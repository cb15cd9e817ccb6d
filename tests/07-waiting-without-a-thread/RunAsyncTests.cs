using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.WaitingWithoutAThread;

[Kata(4, typeof(Jobs), nameof(Jobs.RunAsync))]
public class RunAsyncTests
{
    [Test]
    public async Task A_job_that_computes_leaves_the_caller_free()
    {
        var gate = new Gate("the test to look whether RunAsync has come back");
        var job = new ComputeJob<string>(_ =>
        {
            gate.Wait();
            return "shopping list";
        });

        var running = HangGuard.Run(
            () => Jobs.RunAsync(job, CancellationToken.None),
            "RunAsync to come back while its job computes"
        );
        gate.WaitForArrivals(1);
        var early = running.IsCompleted;
        gate.Open();

        Assert.That(
            early,
            Is.False,
            "RunAsync's task had ended before the job. Expected it to end with the job; look at what is awaited."
        );
        AssertResult(await Finish(running), "shopping list");
    }

    [Test]
    public async Task A_job_that_computes_runs_on_another_thread()
    {
        var caller = Environment.CurrentManagedThreadId;
        var job = new ComputeJob<int>(_ => Environment.CurrentManagedThreadId);

        var running = Jobs.RunAsync(job, CancellationToken.None);

        Assert.That(
            await Finish(running),
            Is.Not.EqualTo(caller),
            "The job kept the calling thread busy, which could not take another order meanwhile."
        );
    }

    [Test]
    public async Task A_job_that_computes_does_not_take_the_thread_of_the_callers_scheduler()
    {
        using var slots = new FixedThreadTaskScheduler(1);
        var caller = 0;

        var running = slots.Run(() =>
        {
            caller = Environment.CurrentManagedThreadId;
            return Jobs.RunAsync(
                new ComputeJob<int>(_ => Environment.CurrentManagedThreadId),
                CancellationToken.None
            );
        });

        Assert.That(
            await Finish(running),
            Is.Not.EqualTo(caller),
            "RunAsync was called in a task of a scheduler that has one thread, like that of a window. Expected another thread to compute, but the job came back to that one; look at which scheduler it is started on when nothing is said."
        );
    }

    [Test]
    public async Task A_job_that_asks_takes_no_thread()
    {
        var answer = new TaskCompletionSource<string>();
        var log = new EventLog();
        var job = new AskJob<string>(_ =>
        {
            log.Add("asked");
            return answer.Task;
        });

        var (caller, running) = HangGuard.Run(
            () => (Environment.CurrentManagedThreadId, Jobs.RunAsync(job, CancellationToken.None)),
            "RunAsync to come back to its caller while it waits for the answer"
        );
        log.WaitFor("asked");
        var early = running.IsCompleted;
        answer.SetResult("noodles tomorrow");

        Assert.That(
            log.Entries[0].ThreadId,
            Is.EqualTo(caller),
            "A thread was borrowed to ask. Asking takes no time, and waiting takes no thread."
        );
        Assert.That(
            early,
            Is.False,
            "RunAsync's task had ended before the job. Expected it to end with the job; look at what is awaited."
        );
        AssertResult(await Finish(running), "noodles tomorrow");
    }

    [Test]
    public async Task The_exception_of_a_job_is_in_its_task()
    {
        var burnt = new InvalidOperationException("burnt");

        var computing = Jobs.RunAsync(
            new ComputeJob<int>(_ => throw burnt),
            CancellationToken.None
        );
        var asking = Jobs.RunAsync(
            new AskJob<int>(_ => Task.FromException<int>(burnt)),
            CancellationToken.None
        );

        Assert.That(
            (
                ReferenceEquals(await ThrownBy(computing), burnt),
                ReferenceEquals(await ThrownBy(asking), burnt)
            ),
            Is.EqualTo((true, true)),
            "(whether the exception of the job that computes, and of the one that asks, came out of the task): both jobs failed. Look at what becomes of the job's task."
        );
    }

    [Test]
    public async Task A_job_that_is_cancelled_before_it_begins_never_begins()
    {
        var log = new EventLog();
        var cancelled = new CancellationToken(canceled: true);

        var computing = Jobs.RunAsync(new ComputeJob<int>(_ => Begin()), cancelled);
        var asking = Jobs.RunAsync(new AskJob<int>(_ => Task.FromResult(Begin())), cancelled);
        await ThrownBy(computing);
        await ThrownBy(asking);

        Assert.That(
            (computing.IsCanceled, asking.IsCanceled, log.Count("begins")),
            Is.EqualTo((true, true, 0)),
            "(whether the task of the job that computes, and of the one that asks, is cancelled, and how many jobs began): the token was cancelled before. Look at it before anything begins."
        );

        int Begin()
        {
            log.Add("begins");
            return 0;
        }
    }

    [Test]
    public async Task A_job_that_is_cancelled_while_it_waits_for_a_thread_never_begins()
    {
        using var pool = new FixedThreadPool(2);
        using var stop = new CancellationTokenSource();
        var began = false;
        // A thread of its own need not wait for the pool, and begins when it likes.
        var job = new ComputeJob<int>(_ =>
        {
            began |= Thread.CurrentThread.IsThreadPoolThread;
            return 0;
        });

        await ThrownBy(CancelBeforeAThreadIsFree(pool, job, stop));

        Assert.That(
            began,
            Is.False,
            "All threads of the pool were busy, and the job was cancelled before one was free for it. Expected it never to begin, and it began; look at who is told of the token besides the job."
        );
    }

    [Test]
    public async Task A_job_is_given_the_token()
    {
        using var stop = new CancellationTokenSource();

        var computing = Jobs.RunAsync(
            new ComputeJob<CancellationToken>(token => token),
            stop.Token
        );
        var asking = Jobs.RunAsync(
            new AskJob<CancellationToken>(token => Task.FromResult(token)),
            stop.Token
        );

        Assert.That(
            (await Finish(computing) == stop.Token, await Finish(asking) == stop.Token),
            Is.EqualTo((true, true)),
            "(whether the job that computes, and the one that asks, got the caller's token): a job that does not get it cannot be given up. Look at what each is called with."
        );
    }

    [Test]
    public async Task A_job_that_computes_can_be_cancelled_on_its_way()
    {
        using var stop = new CancellationTokenSource();
        var log = new EventLog();
        var job = new ComputeJob<int>(token =>
        {
            log.Add("begins");
            token.WaitHandle.WaitOne();
            token.ThrowIfCancellationRequested();
            return 0;
        });
        var running = HangGuard.Run(
            () => Jobs.RunAsync(job, stop.Token),
            "RunAsync to come back while its job computes"
        );
        log.WaitFor("begins");

        await stop.CancelAsync();
        await ThrownBy(running);

        Assert.That(
            running.Status,
            Is.EqualTo(TaskStatus.Canceled),
            "The job listened to its token and was given up on its way. Expected a cancelled task; look at which token the task itself has."
        );
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_job_that_does_not_listen_is_waited_for(bool computes)
    {
        using var stop = new CancellationTokenSource();
        var gate = new Gate("the test to let the job end");
        Job<string> job = computes
            ? new ComputeJob<string>(_ =>
            {
                gate.Wait();
                return "shopping list";
            })
            : new AskJob<string>(async _ =>
            {
                await gate.WaitAsync();
                return "shopping list";
            });
        var running = HangGuard.Run(
            () => Jobs.RunAsync(job, stop.Token),
            "RunAsync to come back while its job is under way"
        );
        gate.WaitForArrivals(1);

        await stop.CancelAsync();
        var early = running.IsCompleted;
        gate.Open();
        await ThrownBy(running);

        Assert.That(
            early,
            Is.False,
            "The job had begun and did not listen to its token, and RunAsync's task ended before the job did. Whoever awaits it believes that nothing runs any more; look for what gives up the waiting instead of the job."
        );
    }

    private static Task<T> CancelBeforeAThreadIsFree<T>(
        FixedThreadPool pool,
        Job<T> job,
        CancellationTokenSource stop
    )
    {
        var gate = new Gate("the test to cancel the job");
        var busy = Enumerable.Range(0, pool.Threads).Select(_ => Task.Run(gate.Wait)).ToArray();
        try
        {
            gate.WaitForArrivals(pool.Threads);
            var running = Jobs.RunAsync(job, stop.Token);
            stop.Cancel();
            return running;
        }
        finally
        {
            gate.Open();
            Task.WaitAll(busy);
        }
    }

    private static void AssertResult(string result, string expected) =>
        Assert.That(
            result,
            Is.EqualTo(expected),
            "Expected the result of the job. Look at what RunAsync's task gives back."
        );

    /// <summary>The result; what is thrown instead of it fails the test in words.</summary>
    private static async Task<T> Finish<T>(Task<T> running)
    {
        var seen = await ThrownBy(running);
        Assert.That(
            seen is null,
            $"The job has a result, and RunAsync should give it back, but it failed with {seen?.GetType().Name}: {seen?.Message} Look at what becomes of the job's task."
        );
        return await running;
    }

    private static async Task<Exception?> ThrownBy<T>(Task<T> running)
    {
        try
        {
            await HangGuard.Finish(running, "the job to end");
            return null;
        }
        catch (Exception e) when (e is not (ProbeException or NotImplementedException))
        {
            return e;
        }
    }
}
