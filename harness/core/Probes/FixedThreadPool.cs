namespace Katas.Harness.Probes;

/// <summary>
/// Gives the runtime's pool a fixed number of threads for a while: as many as a test wants to hold at the same time are there at once, and a blocked one is not made up for by another.
/// </summary>
/// <remarks>
/// What was on the pool before and stays there (a test runner may listen on one of its threads for as long as it lives) keeps its thread: the pool has that many threads more.
/// </remarks>
/// <example><code>
/// using var pool = new FixedThreadPool(4);
/// var all = HandleAllAsync(requests);   // none of which has an answer yet
/// Assert.That(FixedThreadPool.HasFree(pool.Threads), "a thread is blocked");
/// </code></example>
public sealed class FixedThreadPool : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SettlingTime = TimeSpan.FromMilliseconds(200);
    private static int? s_fewestHeld;

    private readonly (int Workers, int Completions) _least;
    private readonly (int Workers, int Completions) _most;
    private readonly int _size;

    /// <summary>Fixes the pool; one at a time in a process.</summary>
    /// <param name="threads">How many threads it is to have for the test; as many as the machine has cores if those are more.</param>
    public FixedThreadPool(int threads)
    {
        ThreadPool.GetMinThreads(out _least.Workers, out _least.Completions);
        ThreadPool.GetMaxThreads(out _most.Workers, out _most.Completions);
        Threads = Math.Max(threads, Environment.ProcessorCount);
        _size = Threads + Held();
        ThreadPool.SetMinThreads(_size, _least.Completions);
        ThreadPool.SetMaxThreads(_size, _most.Completions);
    }

    /// <summary>How many threads the pool has for the test.</summary>
    public int Threads { get; }

    /// <summary>Whether nobody else has changed how many threads the pool may have.</summary>
    public bool IsUntouched
    {
        get
        {
            ThreadPool.GetMinThreads(out var least, out _);
            ThreadPool.GetMaxThreads(out var most, out _);
            return least == _size && most == _size;
        }
    }

    /// <summary>Sees whether so many threads are free, by having as many jobs meet on them. What was queued before has begun then, too.</summary>
    /// <param name="threads">How many.</param>
    public static bool HasFree(int threads)
    {
        var meeting = new CountdownEvent(threads);
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var jobs = Enumerable.Range(0, threads).Select(_ => Task.Run(Meet)).ToArray();
        if (PolledWait.Block(met.Task, Limit))
        {
            Task.WaitAll(jobs);
            return true;
        }
        // Those that have come go, and those that have not come yet find nobody to wait for.
        met.TrySetResult();
        return false;

        void Meet()
        {
            if (meeting.Signal())
                met.TrySetResult();
            met.Task.Wait();
        }
    }

    // Work that is about to end holds no thread for good: it is given a while, unless as few are held as at any time before.
    private static int Held()
    {
        var fewest = Busy();
        PolledWait.Block(() => (fewest = Math.Min(fewest, Busy())) <= s_fewestHeld, SettlingTime);
        s_fewestHeld = Math.Min(fewest, s_fewestHeld ?? fewest);
        return fewest;
    }

    private static int Busy()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        return most - available - (Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
    }

    /// <summary>Gives the pool back what it had.</summary>
    public void Dispose()
    {
        ThreadPool.SetMaxThreads(_most.Workers, _most.Completions);
        ThreadPool.SetMinThreads(_least.Workers, _least.Completions);
    }
}
