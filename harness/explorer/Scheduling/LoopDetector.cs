namespace Katas.Harness.Explorer.Scheduling;

/// <summary>
/// Detects a loop that can only repeat itself: the same local variables as one iteration ago, the same values read, nothing changed. Such a fiber
/// rests until another changes something that it reads, so that waiting in a loop does not make endless schedules.
/// </summary>
internal sealed class LoopDetector
{
    private readonly List<Entry> _log = [];
    private readonly Dictionary<int, Iteration> _loops = [];
    private readonly List<Location> _watched = [];
    private int _unknownSteps;

    /// <summary>What the resting fiber reads.</summary>
    public IReadOnlyList<Location> Watched => _watched;

    /// <summary>Records a step whose effect is unknown: the next iteration differs from the last one.</summary>
    public void RecordUnknownStep() => _unknownSteps++;

    /// <summary>Records a step of the fiber.</summary>
    public void Record(OperationKind kind, Location? location)
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

    /// <summary>Whether another iteration would be like the last one, at the top of a loop.</summary>
    public bool Repeats(int loop, ulong locals, int locksHeld)
    {
        var known = _loops.TryGetValue(loop, out var last);
        var now = new Iteration(last.End, _log.Count, locals, locksHeld, _unknownSteps);
        _loops[loop] = now;
        if (
            !known
            || last.Locals != locals
            || last.LocksHeld != locksHeld
            || last.UnknownSteps != _unknownSteps
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

    private bool SameSlice(Iteration last, Iteration now)
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

    private readonly record struct Iteration(
        int Start,
        int End,
        ulong Locals,
        int LocksHeld,
        int UnknownSteps
    );
}
