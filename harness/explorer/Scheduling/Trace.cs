namespace Katas.Harness.Explorer.Scheduling;

/// <summary>The events of one schedule and which of them happened before which: program order, and the order of conflicting steps.</summary>
internal sealed class Trace
{
    private Event[] _events = new Event[256];
    private int[] _clocks = new int[256 * Fiber.Limit];

    // What events touched beside their one location.
    private readonly Dictionary<int, Location[]> _also = [];

    /// <summary>How many events there are.</summary>
    public int Count { get; private set; }

    /// <summary>The events before the latest one that conflict with it and could have come after it.</summary>
    public List<int> Races { get; } = [];

    /// <summary>A hash that is equal for two schedules if they differ only in the order of independent steps.</summary>
    public UInt128 Hash { get; private set; }

    public ref readonly Event this[int index] => ref _events[index];

    public void Clear()
    {
        (Count, Hash) = (0, 0);
        _also.Clear();
    }

    /// <summary>Whether event <paramref name="earlier"/> happened before event <paramref name="later"/>.</summary>
    public bool HappenedBefore(int earlier, int later)
    {
        ref readonly var e = ref _events[earlier];
        return _clocks[later * Fiber.Limit + e.Fiber] >= e.Sequence;
    }

    /// <summary>Adds the step that a fiber takes now.</summary>
    /// <param name="fiber">Who takes it.</param>
    /// <param name="kind">What it turned out to do; <see cref="Fiber.Pending"/> says what it may have done.</param>
    /// <param name="enabled">The fibers that could have taken a step instead, and this one.</param>
    /// <param name="weak">How it takes effect, in a weak memory.</param>
    public void Add(Fiber fiber, OperationKind kind, ulong enabled, WeakStep? weak = null)
    {
        var location = kind == OperationKind.Local ? null : fiber.Pending.Location;
        var also = kind == OperationKind.Local ? null : fiber.Pending.Also;
        var isWeak = weak is { Access: not AccessKind.None };
        Races.Clear();
        if (weak is not null)
            FindRaces(fiber, weak);
        if (also is not null)
            FindRaces(fiber, kind, location, also);
        else if (location is not null && !isWeak)
            FindRaces(fiber, kind, location);

        var interrupted = location is { Field: LocationKind.Interrupt, State: Fiber target }
            ? target.LastRest
            : -1;
        AddRace(interrupted, fiber);

        var index = Append(fiber, kind, location, enabled, also);
        Join(fiber, interrupted);
        if (fiber.Pending.Rest is not null)
            fiber.LastRest = index;
        if (weak is not null)
            OrderWeakly(fiber, weak, index);
        Count++;
        fiber.Sequence++;
        fiber.LastEvent = index;
        if (location is not null && !isWeak)
            Order(fiber, kind, location, index);
        else
            fiber.Hash = Hashing.Mix(fiber.Hash, 1);
        foreach (var other in also ?? [])
            Order(fiber, kind, other, index);
        StoreClock(fiber, index, fiber.Sequence);
        Hash += Hashing.Mix(fiber.Hash, (UInt128)fiber.Sequence);
    }

    /// <summary>
    /// Finds the races of a step that a fiber waits for when no fiber can go on. The step is not part of the trace, but competes with steps that are.
    /// It lies behind the last event until the next one is added.
    /// </summary>
    public void FindRacesOfBlockedStep(Fiber fiber)
    {
        Races.Clear();
        if (fiber.Pending is not { Location: { } location, Kind: var kind, Also: var also })
            return;
        if (also is null)
            FindRaces(fiber, kind, location);
        else
            FindRaces(fiber, kind, location, also);
        Races.RemoveAll(race => WasBlockedAt(fiber, race));
        var index = Append(fiber, kind, location, 0, also);
        JoinConflicting(fiber, kind, location);
        foreach (var other in also ?? [])
            JoinConflicting(fiber, kind, other);
        StoreClock(fiber, index, fiber.Sequence + 1);
    }

    private int Append(
        Fiber fiber,
        OperationKind kind,
        Location? location,
        ulong enabled,
        Location[]? also
    )
    {
        if (Count == _events.Length)
            Grow();
        _events[Count] = new(
            fiber.Id,
            fiber.Sequence + 1,
            kind,
            location?.Id ?? -1,
            location?.Field ?? 0,
            fiber.Pending.Site,
            location?.LastEvent ?? -1,
            fiber.Pending.IsPlain,
            enabled
        )
        {
            TouchesMore = also is not null,
        };
        if (also is not null)
            _also[Count] = also;
        else if (_also.Count > 0)
            _also.Remove(Count);
        return Count;
    }

    private void StoreClock(Fiber fiber, int index, int sequence)
    {
        fiber.Clock[fiber.Id] = sequence;
        fiber.Clock.CopyTo(_clocks.AsSpan(index * Fiber.Limit, Fiber.Limit));
    }

    private void FindRaces(Fiber fiber, OperationKind kind, Location location)
    {
        if (kind == OperationKind.Read)
        {
            if (fiber.Pending.Gate is null)
                AddRace(location.LastWrite, fiber);
            else if (location.Field == LocationKind.Thread)
                return; // Its one change is what has opened the gate.
            else if (_also.Count > 0)
                FindRaces(fiber, kind, location, []);
            else
                FindRaceOfGatedRead(fiber, location);
            return;
        }
        if (_also.Count > 0)
        {
            FindRaces(fiber, kind, location, []);
            return;
        }
        foreach (var read in location.Reads)
            AddRace(read, fiber);
        if (fiber.Pending.Kind == OperationKind.Acquire)
        {
            AddRace(location.LastAcquire, fiber);
        }
        else if (fiber.Pending.Gate is not null)
        {
            // A step that had to wait may compete with any earlier one on its location except those at which it could not have been taken.
            for (var e = location.LastEvent; e >= 0; e = _events[e].Previous)
            {
                if (!WasBlockedAt(fiber, e))
                    AddRace(e, fiber);
            }
        }
        else if (Races.Count == 0)
        {
            AddRace(location.LastWrite, fiber);
        }
    }

    /// <summary>
    /// What a fiber reads behind a gate could not have come before what has opened the gate, but it could before what came after that. Of
    /// what happened before the fiber came to its gate nobody knows whether the gate was open then, but for a task's, which never closes.
    /// </summary>
    private void FindRaceOfGatedRead(Fiber fiber, Location location)
    {
        for (var e = location.LastEvent; e >= 0; e = _events[e].Previous)
        {
            if (_events[e].Kind == OperationKind.Read || WasBlockedAt(fiber, e))
                continue;
            AddRace(e, fiber);
            if (e > fiber.LastEvent || location.Field == LocationKind.Task)
                return;
        }
    }

    /// <summary>The races of a step on several locations: with any earlier one on any of them at which it could have been taken.</summary>
    private void FindRaces(Fiber fiber, OperationKind kind, Location? location, Location[] also)
    {
        for (var e = Count - 1; e >= 0; e--)
        {
            if (
                (kind != OperationKind.Read || _events[e].Kind != OperationKind.Read)
                && (
                    (location is not null && Touches(e, location))
                    || Array.Exists(also, other => Touches(e, other))
                )
                && (
                    fiber.Pending.Gate is null
                    || fiber.Pending.IsOpenTwice
                    || !WasBlockedAt(fiber, e)
                )
            )
                AddRace(e, fiber);
        }
    }

    private bool Touches(int index, Location location) =>
        _events[index].Location == location.Id
        || (_also.TryGetValue(index, out var also) && Array.IndexOf(also, location) >= 0);

    private void FindRaces(Fiber fiber, WeakStep weak)
    {
        foreach (var earlier in weak.Races)
            AddRace(earlier, fiber);
    }

    /// <summary>Puts a step in a weak memory after those without which it would have had another effect.</summary>
    private void OrderWeakly(Fiber fiber, WeakStep weak, int index)
    {
        foreach (var earlier in weak.Joins)
            Join(fiber, earlier);
        fiber.Hash = Hashing.Mix(fiber.Hash, weak.Hash);
        _events[index] = _events[index] with
        {
            Access = weak.Access,
            IsFence = weak.IsFence,
            Option = weak.Option,
        };
    }

    private bool WasBlockedAt(Fiber fiber, int index) =>
        index >= fiber.SpawnedAt
        && index > fiber.LastEvent
        && (_events[index].Enabled & fiber.Bit) == 0;

    private void AddRace(int earlier, Fiber fiber)
    {
        if (earlier < 0)
            return;
        ref readonly var e = ref _events[earlier];
        if (fiber.Clock[e.Fiber] < e.Sequence && !Races.Contains(earlier))
            Races.Add(earlier);
    }

    /// <summary>Puts the new event after those it conflicts with.</summary>
    private void Order(Fiber fiber, OperationKind kind, Location location, int index)
    {
        JoinConflicting(fiber, kind, location);
        location.LastEvent = index;
        if (kind == OperationKind.Read)
        {
            fiber.Hash = Hashing.Mix(fiber.Hash, location.WriteHash);
            location.ReadHash += fiber.Hash;
            location.Reads.Add(index);
            return;
        }
        location.Reads.Clear();
        location.LastWrite = index;
        if (kind == OperationKind.Acquire)
            location.LastAcquire = index;
        fiber.Hash = Hashing.Mix(fiber.Hash, Hashing.Mix(location.WriteHash, location.ReadHash));
        location.WriteHash = fiber.Hash;
        location.ReadHash = 0;
    }

    private void JoinConflicting(Fiber fiber, OperationKind kind, Location location)
    {
        Join(fiber, location.LastWrite);
        if (kind == OperationKind.Read)
            return;
        foreach (var read in location.Reads)
            Join(fiber, read);
    }

    private void Join(Fiber fiber, int index)
    {
        if (index < 0)
            return;
        var row = _clocks.AsSpan(index * Fiber.Limit, Fiber.Limit);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] > fiber.Clock[i])
                fiber.Clock[i] = row[i];
        }
    }

    private void Grow()
    {
        Array.Resize(ref _events, _events.Length * 2);
        Array.Resize(ref _clocks, _events.Length * Fiber.Limit);
    }
}
