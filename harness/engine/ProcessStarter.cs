using System.Collections.Concurrent;
using System.Diagnostics;

namespace Katas.Harness.Engine;

/// <summary>
/// Starts processes on a thread that never ends. On Linux a child can ask to be killed when its parent ends, and then takes the end of the
/// thread that started it for that; those of the thread pool come and go.
/// </summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<Action> Starts = [];
    private static readonly Lazy<Thread> Starter = new(() =>
    {
        var thread = new Thread(() =>
        {
            foreach (var start in Starts.GetConsumingEnumerable())
                start();
        })
        {
            IsBackground = true,
            Name = "process starter",
        };
        thread.Start();
        return thread;
    });

    /// <summary>Starts a process.</summary>
    public static Task<Process> Start(ProcessStartInfo command)
    {
        _ = Starter.Value;
        var started = new TaskCompletionSource<Process>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(command)!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }
}
