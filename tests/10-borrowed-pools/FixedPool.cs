namespace Katas.BorrowedPools;

/// <summary>
/// Gives the runtime's pool enough threads at once for what a test wants to hold inside at the same time. Without it, the pool begins with one thread a core, and adds
/// the next ones slowly.
/// </summary>
internal sealed class BusyPool : IDisposable
{
    private readonly int _workers;
    private readonly int _completions;

    public BusyPool(int threads)
    {
        ThreadPool.GetMinThreads(out _workers, out _completions);
        ThreadPool.SetMinThreads(Math.Max(threads, _workers), _completions);
    }

    public void Dispose() => ThreadPool.SetMinThreads(_workers, _completions);
}
