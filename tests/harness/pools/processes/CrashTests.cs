using System.Diagnostics;
using Katas.Harness.Executors;
using Katas.Harness.Jobs;

namespace Katas.Harness.Pools.Processes;

public class CrashTests : PoolTest
{
    [Test]
    public async Task A_worker_killed_in_the_middle_of_a_job_fails_that_job_alone_and_is_replaced()
    {
        await using var pool = new ProcessPoolExecutor(2);
        await Soon(pool.Started, "the workers");
        var before = pool.WorkerProcessIds;
        var victim = pool.Submit(Jobs.Spin, At(1));
        WaitFor("in-1");
        var others = pool.Map(Jobs.ProcessId, Enumerable.Range(0, 100));
        var survivor = (await Soon(others, "the other jobs"))[0];
        var killed = before.Single(id => id != survivor);

        using (var process = Process.GetProcessById(killed))
            process.Kill();

        var crash = await Failure<WorkerCrashedException>(victim);
        Assert.That(crash.ProcessId, Is.EqualTo(killed));
        if (!OperatingSystem.IsWindows())
            Assert.That(
                crash.ExitCode,
                Is.EqualTo(137),
                "128 and the number of the signal that killed it"
            );
        var both = await Soon(
            Task.WhenAll(Held(pool, 2), Held(pool, 3)),
            "two jobs at the same time"
        );
        Assert.That(
            both,
            Has.Exactly(1).EqualTo(survivor),
            "one of the two still is the worker that was not killed"
        );
        Assert.That(both, Has.None.EqualTo(killed));
    }

    [TestCase("stack overflow", "Deeper")]
    [TestCase("fail fast", "the roof came down")]
    [TestCase("another thread", "the cook left")]
    public async Task A_crash_reports_the_workers_last_lines(string how, string says)
    {
        await using var pool = new ProcessPoolExecutor(1);

        var crash = await Failure<WorkerCrashedException>(pool.Submit(Jobs.Crash, how));

        Assert.That(crash.LastLines, Does.Contain(says));
        Assert.That(crash.ExitCode, Is.Not.Zero);
        Assert.That(await Soon(pool.Submit(Jobs.Next, 1), "a job after the crash"), Is.EqualTo(2));
    }

    [TestCase(0)]
    [TestCase(3)]
    public async Task A_job_that_exits_its_process_is_a_crash_with_that_exit_code(int code)
    {
        await using var pool = new ProcessPoolExecutor(1);

        var crash = await Failure<WorkerCrashedException>(pool.Submit(Jobs.Exit, code));

        Assert.That(crash.ExitCode, Is.EqualTo(code));
        Assert.That(crash.Message, Does.Contain("the stove is on fire"));
    }

    [Test]
    public async Task Jobs_that_wait_behind_a_crash_run_on_the_next_worker()
    {
        await using var pool = new ProcessPoolExecutor(1);
        // Jobs as short as these make the pool send several ahead, so that the crash finds some of them with the worker.
        await Soon(pool.Map(Jobs.Next, Enumerable.Range(0, 500)), "many short jobs");

        var crash = pool.Submit(Jobs.Crash, "kill -9");
        var behind = Enumerable.Range(0, 20).Select(i => pool.Submit(Jobs.Next, i)).ToArray();

        await Failure<WorkerCrashedException>(crash);
        Assert.That(
            await Soon(Task.WhenAll(behind), "the jobs behind the crash"),
            Is.EqualTo(Enumerable.Range(1, 20))
        );
    }

    [Test]
    public async Task A_job_past_its_time_limit_has_its_worker_killed_and_replaced()
    {
        // The limit holds for the job after it as well, which a busy machine's new worker may take a while to load.
        await using var pool = new ProcessPoolExecutor(
            new ProcessPoolOptions { Workers = 2, JobTimeout = TimeSpan.FromSeconds(5) }
        );
        await Soon(pool.Started, "the workers");
        var workers = Watch(pool);

        var late = pool.Submit(Jobs.Spin, At(1));

        Assert.That((await Failure<TimeoutException>(late)).Message, Does.Contain("time limit"));
        Assert.That(workers.Count(worker => !worker.IsAlive), Is.EqualTo(1));
        Assert.That(await Soon(pool.Submit(Jobs.Next, 1), "a job after it"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_time_limit_is_for_each_argument_of_a_chunk()
    {
        await using var pool = new ProcessPoolExecutor(
            new ProcessPoolOptions { Workers = 1, JobTimeout = TimeSpan.FromSeconds(5) }
        );

        // Together longer than the limit, each far shorter, so that a busy machine makes none too long.
        var pauses = await Soon(
            pool.Map(Pause, Enumerable.Repeat(0, 60), chunkSize: 60),
            "a chunk longer than the limit"
        );

        Assert.That(pauses, Has.Length.EqualTo(60));
    }

    [Test]
    public async Task An_exception_arrives_with_its_type_its_message_and_the_workers_stack_trace()
    {
        await using var pool = new ProcessPoolExecutor(1);

        var future = pool.Submit<int, int>((_, _) => throw new FormatException("no noodles"), 1);

        var e = await Failure<RemoteJobException>(future);
        Assert.That(e.RemoteType, Is.EqualTo("System.FormatException"));
        Assert.That(e.RemoteMessage, Is.EqualTo("no noodles"));
        Assert.That(e.Message, Is.EqualTo("System.FormatException: no noodles"));
        Assert.That(e.RemoteStackTrace, Does.Contain(nameof(CrashTests)));
    }

    [Test]
    public async Task Workers_that_do_not_start_end_the_pool_after_a_few_attempts()
    {
        const string hook = "DOTNET_STARTUP_HOOKS";
        var before = Environment.GetEnvironmentVariable(hook);
        Environment.SetEnvironmentVariable(hook, Path.Combine(Folder, "missing.dll"));
        try
        {
            await using var pool = new ProcessPoolExecutor(2);

            var e = await Failure<InvalidOperationException>(pool.Submit(Jobs.Next, 1));

            Assert.That(e.Message, Does.Contain("do not start").And.Contain("missing.dll"));
            await Failure<InvalidOperationException>(pool.Submit(Jobs.Next, 2));
            await Failure<InvalidOperationException>(pool.Started);
            await CancelWhatHasFailed(pool);
        }
        finally
        {
            Environment.SetEnvironmentVariable(hook, before);
        }
    }

    /// <summary>A cancellation that comes just after the pool's own failure finds the job ended.</summary>
    private static async Task CancelWhatHasFailed(ProcessPoolExecutor pool)
    {
        using var dispatcher = new Dispatcher(new ProcessPoolOptions { Workers = 1 });
        await Failure<InvalidOperationException>(dispatcher.Started);
        var job = new SingleJob<int, int>(
            new PoolMethod(1, ReadOnlyMemory<byte>.Empty),
            1,
            CancellationToken.None
        );
        dispatcher.Add(job, pool);

        dispatcher.Cancel(job);

        await Failure<InvalidOperationException>(job.Future);
        await Soon(dispatcher.Shutdown(cancelPending: false), "the shutdown");
    }

    public static int Pause(int number, CancellationToken cancellationToken)
    {
        cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(0.1));
        return number;
    }

    /// <summary>Two of these meet, so they are with two workers.</summary>
    public static int MeetAndReturnProcessId(
        Executors.Contract.Place place,
        CancellationToken cancellationToken
    )
    {
        Executors.Contract.ContractJobs.Meet(place, cancellationToken);
        return Environment.ProcessId;
    }

    private Task<int> Held(ProcessPoolExecutor pool, int id) =>
        pool.Submit(
            MeetAndReturnProcessId,
            new Executors.Contract.Place(Folder, id, 3, WaitLimit.TotalSeconds)
        );
}
