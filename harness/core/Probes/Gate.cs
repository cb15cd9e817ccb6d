namespace Katas.Harness.Probes;

/// <summary>Holds whoever comes until the test opens it, so that the test can look while they are held.</summary>
/// <example><code>
/// var gate = new Gate("the test to look at the cooks");
/// var thread = Launch(gate.Wait);
/// gate.WaitForArrivals(1);   // the thread has started, and is held
/// gate.Open();
/// </code></example>
public sealed class Gate
{
    private readonly StateMonitor _monitor = new();
    private readonly List<string> _arrived = [];
    private readonly string _what;
    private readonly TimeSpan? _limit;
    private bool _open;

    /// <summary>Makes a closed gate.</summary>
    /// <param name="what">What those at the gate wait for, as it goes on after "Waited 4 s for".</param>
    /// <param name="limit">How long to wait, at the gate and for arrivals; without it, a few seconds.</param>
    public Gate(string what, TimeSpan? limit = null)
    {
        _what = what;
        _limit = limit;
    }

    /// <summary>Whether the gate is open.</summary>
    public bool IsOpen => _monitor.Read(() => _open);

    /// <summary>How many have come to the gate so far, held or not.</summary>
    public int Arrivals => _monitor.Read(() => _arrived.Count);

    /// <summary>Comes to the gate, and blocks until it is open.</summary>
    /// <exception cref="ProbeException">Nobody opened it.</exception>
    /// <exception cref="ThreadInterruptedException">Somebody interrupted the wait; who left so has not come.</exception>
    public void Wait()
    {
        var name = ThreadLabel.Name;
        try
        {
            Waiter.Block(Come(), _limit, Closed);
        }
        catch (ThreadInterruptedException)
        {
            _monitor.Change(() => _arrived.Remove(name));
            throw;
        }
    }

    /// <summary>Comes to the gate, and waits without a thread until it is open.</summary>
    /// <exception cref="ProbeException">Nobody opened it.</exception>
    public Task WaitAsync() => Waiter.Await(Come(), _limit, Closed);

    /// <summary>Lets everybody pass, now and later.</summary>
    public void Open() => _monitor.Change(() => _open = true);

    /// <summary>Blocks until so many have come to the gate: the positive signal to have before asserting that something has not happened.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ProbeException">Fewer came.</exception>
    public void WaitForArrivals(int count) =>
        Waiter.Block(Came(count), _limit, () => TooFew(count));

    /// <summary>As <see cref="WaitForArrivals"/>, without a thread.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ProbeException">Fewer came.</exception>
    public Task WaitForArrivalsAsync(int count) =>
        Waiter.Await(Came(count), _limit, () => TooFew(count));

    private Task Come()
    {
        _monitor.Change(() => _arrived.Add(ThreadLabel.Name));
        return _monitor.When(() => _open);
    }

    internal Task Came(int count) => _monitor.When(() => _arrived.Count >= count);

    private string? Closed() =>
        _monitor.Read(() =>
            _open
                ? null
                : $"{_what}: the gate stayed closed for {ThreadLabel.List(_arrived)}. Look at what should have come back to the test so that it could open the gate."
        );

    internal string? TooFew(int count) =>
        _monitor.Read(() =>
            _arrived.Count >= count
                ? null
                : $"{count} to come to the gate ({_what}): {_arrived.Count} came ({ThreadLabel.List(_arrived)}). Look at whether all of them are started before any of them is waited for."
        );
}
