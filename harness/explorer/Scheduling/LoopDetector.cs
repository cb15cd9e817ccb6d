using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Scheduling;

/// <summary>
/// Detects a loop that can only repeat itself: the same local variables as one iteration ago, the same values read, nothing changed. Such a fiber
/// rests until another changes something that it reads, so that waiting in a loop does not make endless schedules.
/// </summary>
internal sealed class LoopDetector
{
    private const int None = -1;
    private readonly List<Entry> _log = [];
    private readonly Dictionary<int, Iteration> _loops = [];
    private readonly List<Location> _watched = [];
    private int _unknownSteps;
    private readonly List<int> _plainSites = [];

    /// <summary>What the resting fiber reads.</summary>
    public IReadOnlyList<Location> Watched => _watched;

    /// <summary>
    /// Whether the latest iteration was made of ordinary accesses and has read, of <see cref="Watched"/>, the same as the one before: these reads may as
    /// well be done once, before the loop.
    /// </summary>
    public bool IsHoistable { get; private set; }

    /// <summary>Whether the latest iteration did what the one before did, with the same local variables.</summary>
    public bool RepeatsItself { get; private set; }

    /// <summary>What the latest iteration has read as the one before, although it has changed since.</summary>
    public IEnumerable<Location> Missed =>
        RepeatsItself ? _watched.Where(location => !IsUnchanged(location)) : [];

    /// <summary>Records a step whose effect is unknown: the next iteration differs from the last one.</summary>
    public void RecordUnknownStep() => _unknownSteps++;

    /// <summary>Records a step of the fiber.</summary>
    /// <param name="fiber">Who took it.</param>
    /// <param name="kind">What it turned out to do.</param>
    /// <param name="version">What it has read, when that is not the newest.</param>
    public void Record(Fiber fiber, OperationKind kind, int? version)
    {
        if (fiber.Pending.Location is not { } location)
            return;
        _log.Add(
            new(
                location,
                kind,
                kind is OperationKind.Read or OperationKind.Write ? version ?? location.Version : 0
            )
        );
        _plainSites.Add(fiber.Pending.Order == MemoryOrder.Plain ? fiber.Pending.Site : None);
        foreach (var other in fiber.Pending.Also ?? [])
        {
            _log.Add(new(other, kind, kind == OperationKind.Read ? other.Version : 0));
            _plainSites.Add(None);
        }
    }

    /// <summary>Whether another iteration would be like the last one, at the top of a loop.</summary>
    public bool Repeats(Fiber fiber, int loop, ulong locals)
    {
        var locksHeld = fiber.Held.Count;
        var known = _loops.TryGetValue(loop, out var last);
        var now = new Iteration(
            last.End,
            _log.Count,
            locals,
            locksHeld,
            _unknownSteps,
            fiber.Fences
        );
        _loops[loop] = now;
        _watched.Clear();
        (IsHoistable, RepeatsItself) = (false, false);
        if (!known || last.LocksHeld != locksHeld || last.UnknownSteps != _unknownSteps)
            return false;
        IsHoistable = last.Fences == now.Fences && ReadsTheSame(last, now);
        RepeatsItself = last.Locals == locals && SameSlice(last, now);
        if (!RepeatsItself)
            return false;

        _watched.Clear();
        for (var i = now.Start; i < now.End; i++)
        {
            if (_log[i].Kind == OperationKind.Read)
                _watched.Add(_log[i].Location);
        }
        return _watched.TrueForAll(IsUnchanged);
    }

    private bool IsUnchanged(Location location) =>
        _log.FindLast(entry => entry.Location == location).Version == location.Version;

    /// <summary>Whether both iterations are made of the same ordinary accesses, and some of the reads have found the same; these are watched.</summary>
    private bool ReadsTheSame(Iteration last, Iteration now)
    {
        var length = now.End - now.Start;
        if (length != last.End - last.Start)
            return false;
        for (var i = 0; i < length; i++)
        {
            var (before, entry) = (_log[last.Start + i], _log[now.Start + i]);
            if (!IsPlain(now.Start + i) || entry with { Version = before.Version } != before)
                return false;
            if (entry.Kind == OperationKind.Read && entry.Version == before.Version)
                _watched.Add(entry.Location);
        }
        return _watched.Count > 0;
    }

    private bool IsPlain(int index) =>
        _plainSites[index] != None && !SiteMaps.Site(_plainSites[index]).IsVolatile;

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
        int UnknownSteps,
        int Fences
    );
}
