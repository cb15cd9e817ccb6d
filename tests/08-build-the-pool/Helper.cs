using System.Diagnostics;
using ThreadState = System.Threading.ThreadState;

namespace Katas.BuildThePool;

/// <summary>A second pair of hands for a test: a thread whose end and whose exception the test can see.</summary>
internal sealed class Helper
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(4);
    private readonly Thread _thread;
    private Exception? _exception;

    public Helper(string name, Action work)
    {
        _thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception e)
            {
                _exception = e;
            }
        })
        {
            IsBackground = true,
            Name = name,
        };
        _thread.Start();
    }

    /// <summary>
    /// The positive signal before "it has not come back": the thread has gone to sleep over what it called and does not wake up again at
    /// once, or it is through.
    /// </summary>
    public Helper UntilAsleep()
    {
        var start = Stopwatch.GetTimestamp();
        for (var looks = 0; looks < 5 && _thread.IsAlive; looks++)
        {
            if (!_thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                looks = 0;
            if (Stopwatch.GetElapsedTime(start) > s_limit)
                break;
            _thread.Join(TimeSpan.FromMilliseconds(5));
        }
        if (Stopwatch.GetElapsedTime(start) > s_limit)
            Assert.Fail(
                $"Expected {_thread.Name} to sleep until it is woken, but after {s_limit.TotalSeconds} s it still uses the processor. Look at how it waits: Monitor.Wait sleeps, a loop that asks again and again does not."
            );
        return this;
    }

    /// <summary>Whether the thread is still at it.</summary>
    public bool IsAtIt => _thread.IsAlive;

    /// <summary>Waits until the thread is through, and hands over what it threw.</summary>
    public Exception? End(string elseSay)
    {
        Assert.That(
            _thread.Join(s_limit),
            Is.True,
            $"{_thread.Name} still waits after {s_limit.TotalSeconds} s. {elseSay}"
        );
        return _exception;
    }
}
