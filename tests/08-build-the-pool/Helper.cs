using Katas.Harness.Probes;

namespace Katas.BuildThePool;

/// <summary>A second pair of hands for a test: a thread whose end and whose exception the test can see.</summary>
internal sealed class Helper
{
    /// <summary>How long a test waits for what should come soon.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan s_nap = TimeSpan.FromMilliseconds(20);
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
        ThreadProbe.Settle(_thread, $"{_thread.Name} to sleep until it is woken", Limit);
        return this;
    }

    /// <summary>Whether the thread is still at it.</summary>
    public bool IsAtIt => _thread.IsAlive;

    /// <summary>Waits a moment for the end of the thread; says nothing when it does not come.</summary>
    public bool EndsSoon() => _thread.Join(10 * s_nap);

    /// <summary>Waits until the thread is through, and hands over what it threw.</summary>
    public Exception? End(string elseSay)
    {
        // In naps, which take longer on a busy machine, as the thread does.
        var naps = Limit / s_nap;
        while (!_thread.Join(s_nap) && naps > 0)
            naps--;
        Assert.That(
            IsAtIt,
            Is.False,
            $"{_thread.Name} still waits after {Limit.TotalSeconds} s. {elseSay}"
        );
        return _exception;
    }
}
