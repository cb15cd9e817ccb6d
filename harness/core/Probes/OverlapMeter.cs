namespace Katas.Harness.Probes;

/// <summary>Counts who is inside a piece of work at the same time, and remembers the most there ever were.</summary>
/// <remarks>
/// A peak that is lower than promised may be luck; hold those inside with a <see cref="Gate"/> or a <see cref="Rendezvous"/> inside, so that
/// whoever can be inside is inside.
/// </remarks>
/// <example><code>using (meter.Enter()) gate.Wait();</code></example>
public sealed class OverlapMeter
{
    private readonly StateMonitor _monitor = new();
    private readonly List<string> _inside = [];
    private readonly string _what;
    private readonly TimeSpan? _limit;
    private int _peak;
    private int _total;

    /// <summary>Makes a meter.</summary>
    /// <param name="what">What is done inside, as it goes on after "to be inside".</param>
    /// <param name="limit">How long <see cref="WaitForInside"/> waits; without it, a few seconds.</param>
    public OverlapMeter(string what, TimeSpan? limit = null)
    {
        _what = what;
        _limit = limit;
    }

    /// <summary>How many are inside now.</summary>
    public int Now => _monitor.Read(() => _inside.Count);

    /// <summary>The most that were ever inside at once.</summary>
    public int Peak => _monitor.Read(() => _peak);

    /// <summary>How many have entered so far.</summary>
    public int Total => _monitor.Read(() => _total);

    /// <summary>Goes inside.</summary>
    /// <returns>What to dispose on the way out; disposing it twice counts once.</returns>
    public IDisposable Enter()
    {
        var thread = ThreadLabel.Name;
        _monitor.Change(() =>
        {
            _inside.Add(thread);
            _total++;
            _peak = Math.Max(_peak, _inside.Count);
        });
        return new Entry(this, thread);
    }

    /// <summary>Blocks until so many are inside at once.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ProbeException">There were never so many.</exception>
    public void WaitForInside(int count) =>
        Waiter.Block(Inside(count), _limit, () => TooFew(count));

    /// <summary>As <see cref="WaitForInside"/>, without a thread.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ProbeException">There were never so many.</exception>
    public Task WaitForInsideAsync(int count) =>
        Waiter.Await(Inside(count), _limit, () => TooFew(count));

    private Task Inside(int count) => _monitor.When(() => _inside.Count >= count);

    private string? TooFew(int count) =>
        _monitor.Read(() =>
            _peak >= count
                ? null
                : $"{count} at once to be inside {_what}: at most {_peak} were. Inside now: {ThreadLabel.List(_inside)}. Look at what makes one wait for the other."
        );

    private void Leave(string thread) => _monitor.Change(() => _inside.Remove(thread));

    private sealed class Entry(OverlapMeter meter, string thread) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                meter.Leave(thread);
        }
    }
}
