namespace Katas.Harness.Probes;

/// <summary>
/// Proves that so many really run at the same time: each of them enters, and nobody leaves before all are inside. Work that is done one
/// after the other never fills it.
/// </summary>
/// <remarks>
/// It opens once and stays open, so that those who come later pass through. When one party gives up, all do, so that a failure costs one limit.
/// Two threads on one core meet as well: a rendezvous proves overlap, not that two cores were used.
/// </remarks>
/// <example><code>var both = new Rendezvous(2, "both halves to run at once"); RunBoth(both.Meet, both.Meet);</code></example>
public sealed class Rendezvous
{
    private readonly StateMonitor _monitor = new();
    private readonly List<string> _arrived = [];
    private readonly int _parties;
    private readonly string _what;
    private readonly TimeSpan? _limit;
    private bool _broken;

    /// <summary>Prepares a meeting.</summary>
    /// <param name="parties">How many must be inside before it opens; at least 1.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <param name="limit">How long a party waits for the others; without it, a few seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parties"/> is less than 1.</exception>
    public Rendezvous(int parties, string what, TimeSpan? limit = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parties, 1);
        _parties = parties;
        _what = what;
        _limit = limit;
    }

    /// <summary>How many have come so far.</summary>
    public int Arrived => _monitor.Read(() => _arrived.Count);

    /// <summary>Whether all were inside at once.</summary>
    public bool HasMet => _monitor.Read(() => IsFull && !_broken);

    private bool IsFull => _arrived.Count >= _parties;

    /// <summary>Enters, and blocks until all parties are inside.</summary>
    /// <exception cref="ProbeException">The others did not come.</exception>
    /// <exception cref="ThreadInterruptedException">Somebody interrupted the wait; nobody meets any more.</exception>
    public void Meet()
    {
        try
        {
            Waiter.Block(Enter(), _limit, Break);
        }
        catch (ThreadInterruptedException)
        {
            Break();
            throw;
        }
        ThrowIfBroken();
    }

    /// <summary>Enters, and waits without a thread until all parties are inside.</summary>
    /// <exception cref="ProbeException">The others did not come.</exception>
    public async Task MeetAsync()
    {
        await Waiter.Await(Enter(), _limit, Break).ConfigureAwait(false);
        ThrowIfBroken();
    }

    /// <summary>Blocks, without being one of the parties, until all of them were inside at once.</summary>
    /// <exception cref="ProbeException">They were not.</exception>
    public void WaitUntilMet()
    {
        Waiter.Block(Full(), _limit, Break);
        ThrowIfBroken();
    }

    private Task Full() => _monitor.When(() => IsFull || _broken);

    private Task Enter()
    {
        _monitor.Change(() =>
        {
            if (!_broken)
                _arrived.Add(ThreadLabel.Name);
        });
        return Full();
    }

    /// <summary>Has every party give up, unless the last has come at the last moment.</summary>
    private string? Break()
    {
        string? missing = null;
        _monitor.Change(() =>
        {
            if (IsFull)
                return;
            _broken = true;
            missing = Missing;
        });
        return missing;
    }

    private void ThrowIfBroken()
    {
        if (_monitor.Read(() => _broken))
            throw new ProbeException($"Nobody waits any longer for {_monitor.Read(() => Missing)}");
    }

    private string Missing =>
        $"{_what}: {_arrived.Count} of {_parties} came ({ThreadLabel.List(_arrived)}). "
        + "Look at whether all of them are started before any of them is waited for.";
}
