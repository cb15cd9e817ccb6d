using System.Collections.Concurrent;
using Katas.Harness.Probes;

namespace Katas.FirstThread;

/// <summary>Actions that end at once, and the threads that ran them.</summary>
internal sealed class QuickActions
{
    private readonly EventLog _log = new();
    private readonly ConcurrentBag<Thread> _threads = [];

    public void Do()
    {
        // A thread of the pool goes on to other work: it never ends.
        if (!Thread.CurrentThread.IsThreadPoolThread)
            _threads.Add(Thread.CurrentThread);
        _log.Add("quick");
    }

    /// <summary>
    /// Blocks until that many have ended, and their threads with them: a call that still waits then does not wait for one of these.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 2 s for".</param>
    public void Settle(int count, string what)
    {
        _log.WaitFor("quick", count);
        foreach (var thread in _threads)
            ThreadProbe.Settle(thread, what);
    }
}
