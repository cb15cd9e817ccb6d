using System.Diagnostics;
using Katas.Harness.Executors;

namespace Katas.Harness.Timing;

/// <summary>The processor time that a variant uses: this process's and, for an executor with processes of its own, theirs.</summary>
internal sealed class ProcessorTime
{
    private readonly IOutOfProcessExecutor? _executor;
    private readonly TimeSpan _own = Environment.CpuUsage.TotalTime;
    private readonly Dictionary<int, TimeSpan> _children;

    private ProcessorTime(IExecutor? executor)
    {
        _executor = executor as IOutOfProcessExecutor;
        _children = Children();
    }

    /// <summary>Begins to count.</summary>
    public static ProcessorTime Start(IExecutor? executor) => new(executor);

    /// <summary>What was used since the start. A worker that was started since counts from its beginning, one that ended since is lost.</summary>
    public TimeSpan Elapsed()
    {
        var own = Environment.CpuUsage.TotalTime - _own;
        foreach (var (id, time) in Children())
            own += time - _children.GetValueOrDefault(id);
        return own;
    }

    private Dictionary<int, TimeSpan> Children()
    {
        var times = new Dictionary<int, TimeSpan>();
        foreach (var id in _executor?.WorkerProcessIds ?? [])
        {
            try
            {
                using var process = Process.GetProcessById(id);
                times[id] = process.TotalProcessorTime;
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It ended between the list and the look.
            }
        }
        return times;
    }
}
