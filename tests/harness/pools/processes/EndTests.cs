using System.Diagnostics;
using System.Globalization;
using Katas.Harness.Executors;
using Katas.Harness.Probes;

namespace Katas.Harness.Pools.Processes;

public class EndTests : PoolTest
{
    [Test]
    public async Task A_parent_that_is_killed_leaves_no_worker_behind()
    {
        await using var pool = new ProcessPoolExecutor(1);
        var parent = pool.Submit(Jobs.HavePoolOfMyOwn, At(1));
        WaitFor("pids");
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "pids"));
        ProcessProbe[] workers =
        [
            .. text.Split(' ')
                .Select(id =>
                    ProcessProbe.Watch(int.Parse(id, CultureInfo.InvariantCulture), WaitLimit)
                ),
        ];
        Assert.That(workers.Select(worker => worker.IsAlive), Is.EqualTo([true, true]));

        using (var process = Process.GetProcessById(pool.WorkerProcessIds[0]))
            process.Kill();

        foreach (var worker in workers)
            await worker.WaitUntilGone();
        await Failure<WorkerCrashedException>(parent);
    }

    [Test]
    public async Task Disposing_leaves_no_process_and_no_file()
    {
        var variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, Folder);
        try
        {
            IReadOnlyList<ProcessProbe> workers;
            await using (var pool = new ProcessPoolExecutor(3))
            {
                await Soon(pool.Started, "the workers");
                workers = Watch(pool);
                await Failure<WorkerCrashedException>(pool.Submit(Jobs.Crash, "kill -9"));
            }

            Assert.That(workers, Has.Count.EqualTo(3));
            Assert.That(workers.Select(worker => worker.IsAlive), Is.All.False);
            Assert.That(Directory.EnumerateFileSystemEntries(Folder), Is.Empty);
            Assert.That(
                ProcessProbe.ChildrenOf(Environment.ProcessId).Select(child => child.Id),
                Is.Not.SupersetOf(workers.Select(worker => worker.Id))
            );
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    [Test]
    [Platform("Linux", Reason = "Only Linux shows a process's open files as a folder.")]
    public async Task Disposing_leaves_no_pipe()
    {
        await UseOnce();
        var before = OpenFiles();

        for (var i = 0; i < 5; i++)
            await UseOnce();

        Assert.That(
            OpenFiles(),
            Is.LessThan(before + 5),
            "Expected each pool to close what it opened."
        );

        static int OpenFiles() => Directory.EnumerateFileSystemEntries("/proc/self/fd").Count();

        static async Task UseOnce()
        {
            await using var pool = new ProcessPoolExecutor(2);
            await Soon(pool.Submit(Jobs.Next, 1), "a job");
        }
    }

    [Test]
    public async Task Disposing_in_mid_map_ends_the_map_and_the_workers()
    {
        var pool = new ProcessPoolExecutor(2);
        var results = pool.Stream(Jobs.Next, Enumerable.Range(0, int.MaxValue))
            .GetAsyncEnumerator();
        await Soon(results.MoveNextAsync().AsTask(), "the first result");
        var workers = Watch(pool);

        await Soon(pool.DisposeAsync().AsTask(), "the disposal");

        Assert.That(workers.Select(worker => worker.IsAlive), Is.All.False);
        await Assert.CatchAsync<InvalidOperationException>(async () =>
        {
            while (await Soon(results.MoveNextAsync().AsTask(), "the end of the map")) { }
        });
        await results.DisposeAsync();
    }

    [Test]
    public async Task Cancelling_in_mid_map_frees_the_workers()
    {
        await using var pool = new ProcessPoolExecutor(2);
        using var cancellation = new CancellationTokenSource();
        var map = pool.Map(Jobs.Next, Endless(), cancellationToken: cancellation.Token);

        await Soon(pool.Submit(Jobs.Next, 1), "a job beside the map");
        await cancellation.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => Soon(map, "the map to end"));
        Assert.That(await Soon(pool.Submit(Jobs.Next, 1), "a job after the map"), Is.EqualTo(2));

        static IEnumerable<int> Endless()
        {
            while (true)
                yield return 1;
        }
    }

    [Test]
    public async Task A_shutdown_that_cancels_kills_the_worker_of_a_job_that_does_not_listen()
    {
        var pool = new ProcessPoolExecutor(
            new ProcessPoolOptions { Workers = 1, Grace = TimeSpan.FromMilliseconds(100) }
        );
        var endless = pool.Submit(Jobs.Spin, At(1));
        WaitFor("in-1");
        var workers = Watch(pool);

        await Soon(pool.Shutdown(cancelPending: true), "the shutdown");

        Assert.That(endless.IsCanceled, Is.True);
        Assert.That(workers.Select(worker => worker.IsAlive), Is.EqualTo([false]));
    }

    [Test]
    public async Task A_child_of_a_job_that_holds_the_workers_output_open_does_not_hold_up_the_end()
    {
        var pool = new ProcessPoolExecutor(1);
        var child = await Soon(pool.Submit(Jobs.LeaveChild, 0), "a job with a child");

        await Soon(pool.DisposeAsync().AsTask(), "the disposal");

        using var process = Process.GetProcessById(child);
        Assert.That(process.HasExited, Is.False, "It was not the pool's to end.");
        process.Kill();
    }
}
