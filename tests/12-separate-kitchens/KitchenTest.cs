using System.Diagnostics;
using Katas.Harness.Probes;
using Katas.Harness.Testing.ChildProgram;

namespace Katas.SeparateKitchens;

/// <summary>What the chapter's tests share: starting kitchens, a folder for signals, and seeing to it that no process is left.</summary>
public abstract class KitchenTest
{
    /// <summary>A process needs a tenth of a second to start, and much longer on a busy machine.</summary>
    protected static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(4);

    private readonly List<ProcessProbe> _workers = [];

    protected string Folder { get; private set; } = "";

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

    protected static Task<T> Soon<T>(Task<T> task, string what) =>
        HangGuard.Finish(task, what, limit: WaitLimit);

    /// <summary>Waits for a file, the signal of another process.</summary>
    /// <param name="file">The file.</param>
    /// <param name="orElse">What to say when it does not come.</param>
    /// <param name="giver">What should give the signal; when it fails before, so does the test.</param>
    protected static async Task Signal(string file, string orElse, Task? giver = null)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var looks = 0; looks < 800; looks++)
        {
            if (File.Exists(file))
                return;
            if (giver is { IsFaulted: true })
                await giver;
            await look.WaitForNextTickAsync();
        }
        Assert.Fail($"Waited 4 s for a signal from the worker process. {orElse}");
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
