using System.Collections.Concurrent;

namespace Katas.BorrowedPools;

/// <summary>Checks that the work is done by threads of the pool, and by the caller at most.</summary>
internal sealed class ThreadCheck
{
    private readonly ConcurrentDictionary<int, string> _others = [];

    /// <summary>The thread that calls the code under test.</summary>
    public Thread? Caller { get; set; } = Thread.CurrentThread;

    /// <summary>Notes who does a piece of the work.</summary>
    public void Note()
    {
        var thread = Thread.CurrentThread;
        if (!thread.IsThreadPoolThread && thread != Caller)
            _others[thread.ManagedThreadId] = $"thread {thread.ManagedThreadId}";
    }

    /// <summary>Fails when somebody else has done some.</summary>
    public void AssertBorrowed() =>
        Assert.That(
            _others.Values,
            Is.Empty,
            "A thread of one's own costs a stack and a start, and the pool does not know of it. Only the pool's threads and the caller's may do the work: look for new Thread and for LongRunning."
        );
}
