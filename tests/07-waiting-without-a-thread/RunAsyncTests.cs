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

        Assert.That(await Finish(running), Is.EqualTo("shopping list"));
        Assert.That(early, Is.False);
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
        Assert.That(early, Is.False);
        Assert.That(await Finish(running), Is.EqualTo("noodles tomorrow"));
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

        Assert.That(await ThrownBy(computing), Is.SameAs(burnt));
        Assert.That(await ThrownBy(asking), Is.SameAs(burnt));
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

        Assert.That(computing.IsCanceled && asking.IsCanceled, Is.True);
        Assert.That(log.Entries, Is.Empty);

        int Begin()
        {
            log.Add("begins");
            return 0;
        }
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

        Assert.That(await Finish(computing), Is.EqualTo(stop.Token));
        Assert.That(await Finish(asking), Is.EqualTo(stop.Token));
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

        Assert.That(running.IsCanceled, Is.True, $"The job ended as {running.Status}.");
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
