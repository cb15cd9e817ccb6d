namespace Katas.Harness.Explorer.Scheduling;

/// <summary>
/// Notices a loop that can only repeat itself: same local variables as one turn ago, the same things seen, nothing changed. Such a fiber
/// rests until another changes something it looks at, so that waiting in a loop does not make schedules without an end.
/// </summary>
internal sealed class LoopDetector
{
    private readonly List<Entry> _log = [];
    private readonly Dictionary<int, Turn> _loops = [];
    private readonly List<Location> _watched = [];
    private int _touches;

    /// <summary>What the resting fiber looks at.</summary>
    public IReadOnlyList<Location> Watched => _watched;

    /// <summary>Something happened that is not written down: no turn is like another.</summary>
    public void Touch() => _touches++;

    /// <summary>Writes down a step of the fiber.</summary>
    public void Note(OperationKind kind, Location? location)
    {
        if (location is not null)
            _log.Add(
                new(
                    location,
                    kind,
                    kind is OperationKind.Read or OperationKind.Write ? location.Version : 0
                )
            );
    }

    /// <summary>The fiber is at the top of a loop; <see langword="true"/> when another turn would be like the last one.</summary>
    public bool Repeats(int loop, ulong locals, int locksHeld)
    {
        var known = _loops.TryGetValue(loop, out var last);
        var now = new Turn(last.End, _log.Count, locals, locksHeld, _touches);
        _loops[loop] = now;
        if (
            !known
            || last.Locals != locals
            || last.LocksHeld != locksHeld
            || last.Touches != _touches
            || !SameSlice(last, now)
        )
            return false;

        _watched.Clear();
        for (var i = now.Start; i < now.End; i++)
        {
            if (_log[i].Kind == OperationKind.Read)
                _watched.Add(_log[i].Location);
        }
        return _watched.TrueForAll(IsUnchanged);

        bool IsUnchanged(Location location) =>
            _log.FindLast(entry => entry.Location == location).Version == location.Version;
    }

    private bool SameSlice(Turn last, Turn now)
    {
        var length = now.End - now.Start;
        if (length != last.End - last.Start)
            return false;
        for (var i = 0; i < length; i++)
        {
            if (_log[last.Start + i] != _log[now.Start + i])
                return false;
        }
        return true;
    }

    private readonly record struct Entry(Location Location, OperationKind Kind, int Version);

    private readonly record struct Turn(
        int Start,
        int End,
        ulong Locals,
        int LocksHeld,
        int Touches
    );
}
