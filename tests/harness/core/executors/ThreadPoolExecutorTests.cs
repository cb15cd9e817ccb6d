using Katas.Harness.Executors.Contract;

namespace Katas.Harness.Executors;

[TestFixture(1)]
[TestFixture(2)]
[TestFixture(5)]
public class ThreadPoolExecutorTests(int workers) : ExecutorContract
{
    protected override IExecutor Create() => new ThreadPoolExecutor(workers);

    [Test]
    public async Task Jobs_run_on_the_executors_own_named_threads()
    {
        await using var executor = Create();

        var names = await executor.Map(
            (_, _) => Thread.CurrentThread.Name,
            Enumerable.Range(0, 50)
        );

        Assert.That(
            names.Distinct(),
            Is.SubsetOf(Enumerable.Range(1, workers).Select(i => $"threads {i}"))
        );
    }

    [Test]
    public async Task No_thread_is_left_after_the_shutdown()
    {
        var executor = Create();
        var threads = (
            await Task.WhenAll(
                Enumerable
                    .Range(0, workers)
                    .Select(_ =>
                        executor.Submit(
                            (barrier, _) =>
                            {
                                Assert.That(
                                    barrier.SignalAndWait(WaitLimit, CancellationToken.None),
                                    Is.True
                                );
                                return Thread.CurrentThread;
                            },
                            s_barriers[workers]
                        )
                    )
            )
        ).Distinct();

        await executor.Shutdown();

        Assert.That(threads.Select(thread => thread.IsAlive), Is.All.False);
        Assert.That(threads.Count(), Is.EqualTo(workers));
    }

    [Test]
    public async Task What_a_jobs_cancellation_callback_throws_is_not_thrown_by_the_shutdown()
    {
        var executor = Create();
        using var started = new ManualResetEventSlim();
        var future = executor.Submit(
            (signal, stop) =>
            {
                using var callback = stop.Register(() => throw new FormatException("no noodles"));
                signal.Set();
                stop.WaitHandle.WaitOne(WaitLimit);
                return 1;
            },
            started
        );
        Assert.That(started.Wait(WaitLimit), Is.True);

        await executor.Shutdown(cancelPending: true);

        Assert.That(await future, Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_caller_does_with_a_result_never_holds_up_a_worker()
    {
        await using var executor = Create();
        using var gate = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var future = executor.Submit(
            (g, _) =>
                g.Wait(WaitLimit, CancellationToken.None) ? Environment.CurrentManagedThreadId : 0,
            gate
        );
        var continuation = future.ContinueWith(
            worker =>
            {
                Assert.That(release.Wait(WaitLimit), Is.True);
                return worker.Result == Environment.CurrentManagedThreadId;
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

        gate.Set();
        var next = executor.Map(ContractJobs.Square, Enumerable.Range(0, workers));
        await next.WaitAsync(WaitLimit);
        release.Set();

        Assert.That(await continuation, Is.False, "The continuation ran on the worker's thread.");
    }

    [Test]
    public void An_executor_needs_a_worker([Values(0, -1)] int none) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new ThreadPoolExecutor(none));

    private static readonly Dictionary<int, Barrier> s_barriers = new()
    {
        [1] = new(1),
        [2] = new(2),
        [5] = new(5),
    };
}
