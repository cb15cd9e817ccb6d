using Katas.Harness.Executors.Contract;
using Katas.Harness.Probes;

namespace Katas.Harness.Pools.Processes;

/// <summary>What the pool's tests share: a folder for signals, bounded waiting, and looking at processes.</summary>
public abstract class PoolTest
{
    /// <summary>Failures alone use it up; on a machine with much else to do a worker may take seconds to start.</summary>
    protected static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(60);

    protected string Folder { get; private set; } = "";

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("katas-pool-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Folder, recursive: true);

    protected Place At(int id) => new(Folder, id, 0, WaitLimit.TotalSeconds);

    protected void WaitFor(string signal) => Signals.Wait(Folder, signal, WaitLimit);

    protected static Task<T> Soon<T>(Task<T> task, string what) =>
        HangGuard.Finish(task, what, limit: WaitLimit);

    protected static Task Soon(Task task, string what) =>
        HangGuard.Finish(task, what, limit: WaitLimit);

    protected static IReadOnlyList<ProcessProbe> Watch(ProcessPoolExecutor pool) =>
        [.. pool.WorkerProcessIds.Select(id => ProcessProbe.Watch(id, WaitLimit))];

    protected static async Task<T> Failure<T>(Task task)
        where T : Exception => (await Assert.ThrowsAsync<T>(() => Soon(task, "a job to fail")))!;
}
