using System.Diagnostics;
using Katas.Harness.Probes;
using Katas.Harness.Testing.ChildProgram;

namespace Katas.SeparateKitchens;

/// <summary>What the chapter's tests share: starting kitchens, a folder for signals, and seeing to it that no process is left.</summary>
public abstract class KitchenTest
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(1.5);
    private static bool s_spent;

    // Reading a pipe keeps a thread of the pool on some systems, two for each worker, and the pool hires slowly. That is not tested here.
    private const int PoolThreads = 24;

    private readonly List<ProcessProbe> _workers = [];
    private (int Workers, int Completions) _least;

    /// <summary>
    /// How long to wait on an idle machine, where a process needs a tenth of a second to start; what fails after the first time is given less,
    /// so that a worker that is stuck costs it once.
    /// </summary>
    protected static TimeSpan WaitLimit => s_spent ? s_again : s_first;

    protected string Folder { get; private set; } = "";

    [OneTimeSetUp]
    public void HireThreads()
    {
        ThreadPool.GetMinThreads(out _least.Workers, out _least.Completions);
        ThreadPool.SetMinThreads(Math.Max(PoolThreads, _least.Workers), _least.Completions);
    }

    [OneTimeTearDown]
    public void LetThreadsGo() => ThreadPool.SetMinThreads(_least.Workers, _least.Completions);

    [SetUp]
    public void MakeFolder() =>
        Folder = Directory.CreateTempSubdirectory("katas-kitchen-").FullName;

    /// <summary>Ends what a test has left, without the learner's help.</summary>
    [TearDown]
    public void CleanUp()
    {
        File.Create(Path.Combine(Folder, "open")).Dispose();
        foreach (var worker in _workers.Where(worker => worker.IsAlive))
            End(worker.Id);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Starts a kitchen that first does some orders.</summary>
    protected WorkerProcess Start(params string[] orders)
    {
        var worker = WorkerProcess.Start(
            ChildCommand.FileName,
            [.. ChildCommand.Arguments, .. orders]
        );
        _workers.Add(ProcessProbe.Watch(worker.Id));
        return worker;
    }

    /// <summary>Waits for what must come soon, and passes it on.</summary>
    /// <param name="task">What must end.</param>
    /// <param name="what">What is waited for.</param>
    /// <param name="look">Where to look when it does not come.</param>
    protected static async Task<T> Soon<T>(
        Task<T> task,
        string what,
        string look = "Look for a wait whose signal never comes."
    )
    {
        if (!await PolledWait.Await(task, WaitLimit))
            GiveUp($"Waited in vain for {what}. {look}");
        return await task;
    }

    /// <summary>Waits for a question to fail with the news that its worker has died.</summary>
    protected static async Task<WorkerDiedException> Died(Task question, string expectation)
    {
        if (!await PolledWait.Await(question, WaitLimit))
            GiveUp(
                $"{expectation} It was still waited for. Look at who is told the end of the process."
            );
        try
        {
            await question;
        }
        catch (WorkerDiedException e)
        {
            return e;
        }
        catch (Exception e) when (e is not NotImplementedException)
        {
            throw new AssertionException(
                $"{expectation} Expected a WorkerDiedException, but saw {e.GetType().Name}: {e.Message}"
            );
        }
        throw new AssertionException($"{expectation} It ended as if it had been answered.");
    }

    /// <summary>Waits for a file, the signal of another process.</summary>
    /// <param name="file">The file.</param>
    /// <param name="orElse">What to say when it does not come.</param>
    /// <param name="giver">What should give the signal; when it fails before, so does the test.</param>
    protected static async Task Signal(string file, string orElse, Task? giver = null)
    {
        if (
            !await PolledWait.Until(
                () => File.Exists(file) || giver is { IsFaulted: true },
                WaitLimit
            )
        )
            GiveUp($"Waited in vain for a signal from the worker process. {orElse}");
        if (giver is { IsFaulted: true })
            await giver;
    }

    /// <summary>Polls until what must come soon holds.</summary>
    protected static async Task Holds(Func<bool> condition, string orElse) =>
        Assert.That(await PolledWait.Until(condition, WaitLimit), Is.True, orElse);

    private static void GiveUp(string message)
    {
        s_spent = true;
        Assert.Fail(message);
    }

    /// <summary>Kills a process and what it has started.</summary>
    protected static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e)
            when (e is ArgumentException or InvalidOperationException or AggregateException)
        {
            // It has ended on its own in the meantime.
        }
    }
}
