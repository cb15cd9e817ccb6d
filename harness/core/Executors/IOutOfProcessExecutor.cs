namespace Katas.Harness.Executors;

/// <summary>An executor whose jobs run in other processes of this machine, so that their processor time can be counted as its own.</summary>
public interface IOutOfProcessExecutor : IExecutor
{
    /// <summary>The process ids of the workers that are alive now; none before the first is started and after the shutdown.</summary>
    IReadOnlyList<int> WorkerProcessIds { get; }
}
