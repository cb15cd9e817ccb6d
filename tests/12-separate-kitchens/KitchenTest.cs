using Katas.Harness.Probes;
using Katas.Kitchen;

namespace Katas.SeparateKitchens;

/// <summary>What the chapter's tests share: starting kitchens, a folder for signals, and seeing to it that no process is left.</summary>
public abstract class KitchenTest
{
    /// <summary>A process needs a tenth of a second to start, and much longer on a busy machine.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly List<WorkerProcess> _workers = [];

    protected string Folder { get; private set; } = "";

    [SetUp]
    public void MakeFolder() =>
        Folder = Directory.CreateTempSubdirectory("katas-kitchen-").FullName;

    [TearDown]
    public async Task CleanUp()
    {
        File.Create(Path.Combine(Folder, "open")).Dispose();
        foreach (var worker in _workers)
            await worker.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Starts a kitchen that first does some orders.</summary>
    protected WorkerProcess Start(params string[] orders)
    {
        var worker = WorkerProcess.Start(
            KitchenProgram.FileName,
            [.. KitchenProgram.Arguments, .. orders]
        );
        _workers.Add(worker);
        return worker;
    }

    protected static Task<T> Soon<T>(Task<T> task, string what) =>
        HangGuard.Finish(task, what, limit: Patience);

    /// <summary>Waits for a file, the signal of another process.</summary>
    protected static async Task Signal(string file, string orElse)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var looks = 0; looks < 1200; looks++)
        {
            if (File.Exists(file))
                return;
            await look.WaitForNextTickAsync();
        }
        Assert.Fail($"Waited 6 s for a signal from the worker process. {orElse}");
    }
}
