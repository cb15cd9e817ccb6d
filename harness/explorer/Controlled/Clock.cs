using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The virtual clock of one schedule. It stands still but for the timers: they fire in the order of their times, and each sets the clock.</summary>
internal sealed class Clock
{
    private readonly List<long> _due = [];

    /// <summary>The time, in milliseconds since the schedule has begun.</summary>
    public long Now { get; private set; }

    public static Clock Of(Execution execution) =>
        (Clock)(execution.Heap.Of(null, LocationKind.Timer).State ??= new Clock());

    /// <summary>Sets a timer, and returns its time.</summary>
    public long Set(long milliseconds)
    {
        _due.Add(Now + milliseconds);
        return Now + milliseconds;
    }

    /// <summary>Whether no timer is set to an earlier time.</summary>
    public bool IsNext(long due) => _due.TrueForAll(other => other >= due);

    /// <summary>A timer fires.</summary>
    public void Advance(long due)
    {
        _due.Remove(due);
        Now = Math.Max(Now, due);
    }

    /// <summary>A timer is stopped.</summary>
    public void Stop(long due) => _due.Remove(due);
}
