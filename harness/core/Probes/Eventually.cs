namespace Katas.Harness.Probes;

/// <summary>Waits for what gives no signal, by looking again and again. Where there is a signal, wait for that.</summary>
public static class Eventually
{
    /// <summary>Looks until a condition holds.</summary>
    /// <param name="condition">What must hold soon. It is asked every 20 ms or so, and what it throws is thrown here.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <param name="limit">How long to look; without it, a few seconds.</param>
    /// <exception cref="ProbeException">The condition did not hold within the limit.</exception>
    public static Task Holds(Func<bool> condition, string what, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Waiter.Poll(condition, limit, () => what);
    }
}
