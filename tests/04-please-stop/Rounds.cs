using Katas.Harness.Probes;

namespace Katas.PleaseStop;

/// <summary>Work that counts itself, remembers its thread, and cannot run away: whoever does it without end is stopped by an exception.</summary>
internal sealed class Rounds
{
    private const int TooMany = 1_000;

    private readonly EventLog _log = new();

    // Noted while it runs: a thread that has ended does not tell.
    private volatile bool _isBorrowed;

    public int Count => _log.Entries.Count;

    public int[] ThreadIds => [.. _log.Entries.Select(entry => entry.ThreadId).Distinct()];

    public Thread Thread { get; private set; } = Thread.CurrentThread;

    public void Do()
    {
        Thread = Thread.CurrentThread;
        _isBorrowed = Thread.IsThreadPoolThread;
        if (Count >= TooMany)
            throw new InvalidOperationException(
                $"The work was done {TooMany} times, and nothing stopped it."
            );
        _log.Add("round");
    }

    /// <summary>A round that is held at a gate, and not counted.</summary>
    public void Hold(Gate gate)
    {
        Thread = Thread.CurrentThread;
        gate.Wait();
    }

    public void WaitFor(int count) => _log.WaitFor("round", count);

    /// <summary>Fails when the last round ran on a thread of the pool: such a thread has other work, and is not the worker's own.</summary>
    public void AssertNotBorrowed() =>
        Assert.That(
            _isBorrowed,
            Is.False,
            "A worker does its rounds on a new thread, but this one did them on a borrowed thread of the pool, which it would keep for hours. Look at what starts the loop."
        );

    /// <summary>Blocks until a round waits at a gate: whatever breaks off waits would come too early for one on its way there.</summary>
    public void WaitUntilHeld(Gate gate)
    {
        gate.WaitForArrivals(1);
        ThreadProbe.Settle(Thread, "the round to wait at the gate");
    }

    /// <summary>Blocks until the worker pauses. One that does not is asked to stop, so that it does not take a core from later tests.</summary>
    public void WaitForPause(Worker worker)
    {
        WaitFor(1);
        try
        {
            // A thread of the pool that waits for other work looks like one that pauses, and one that does other work like one that does not.
            AssertNotBorrowed();
            ThreadProbe.Settle(Thread, "the worker to pause");
        }
        catch (Exception)
        {
            worker.RequestStop();
            throw;
        }
    }
}
