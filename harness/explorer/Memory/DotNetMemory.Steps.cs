using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Memory;

/// <summary>Steps: in which ways they can take effect, and what their fibers then know.</summary>
internal sealed partial class DotNetMemory
{
    // What the step can do, the one it has in sequentially consistent memory first: the write that is read, or the position of the new write.
    private readonly List<Message> _readable = [];
    private readonly List<int> _positions = [];

    public int CountOptions(Fiber fiber, OperationKind kind)
    {
        _readable.Clear();
        _positions.Clear();
        Step.Access = AccessOf(fiber, kind);
        if (Step.Access == AccessKind.None)
            return 0;
        var location = fiber.Pending.Location!;
        var history = _history = HistoryOf(location);
        var oldest = Of(fiber).OldestAt(location.Id, location.Owner);
        switch (Step.Access)
        {
            case AccessKind.WeakRead:
                AddReadable(fiber, history, oldest);
                return _readable.Count;
            case AccessKind.WeakWrite:
                AddPositions(history, oldest);
                return _positions.Count;
            default:
                return 1;
        }
    }

    public bool IsNewSince(int option, int index)
    {
        switch (Step.Access)
        {
            case AccessKind.WeakRead:
                return _readable[option].Event >= index;
            case AccessKind.WeakWrite:
                // A place before a write that could have come later was among the options of that write.
                for (var i = _positions[option] - 1; i > 0; i--)
                {
                    var before = _history![i];
                    if (before.Access != AccessKind.WeakWrite && before.Event >= index)
                        return true;
                }
                return false;
            default:
                return true;
        }
    }

    public void Take(Fiber fiber, OperationKind kind, int option)
    {
        var order = fiber.Pending.Order;
        (Step.Option, Step.IsFence, Step.OutOfOrder) = (option, order == MemoryOrder.Full, null);
        (Step.Hash, _message, _isRead) = (0, null, false);
        Step.Races.Clear();
        Step.Joins.Clear();
        var known = Of(fiber);
        if (Step.IsFence)
            BeginFence(known);
        switch (Step.Access)
        {
            case AccessKind.None:
                _history = null;
                if (order == MemoryOrder.None)
                {
                    Synchronise(fiber.Pending.Location, kind, known);
                    foreach (var other in fiber.Pending.Also ?? [])
                        Synchronise(other, kind, known);
                }
                break;
            case AccessKind.WeakRead:
                Read(fiber, known, _history!, _readable[option]);
                break;
            case AccessKind.StrongRead:
                Read(fiber, known, _history!, _history!.Newest);
                break;
            default:
                Write(
                    fiber,
                    known,
                    _history!,
                    Step.Access == AccessKind.WeakWrite ? _positions[option] : _history!.Count
                );
                break;
        }
        if (!Step.IsFence)
            return;
        Step.Hash = Hashing.Mix(Step.Hash, _fenceHash);
        EndFence(known);
    }

    private AccessKind AccessOf(Fiber fiber, OperationKind kind)
    {
        var operation = fiber.Pending;
        if (
            operation.Order == MemoryOrder.None
            || operation.Location is not { } location
            || HistoryOf(location).Variable is null
        )
            return AccessKind.None;
        var isStrong = operation.Order is MemoryOrder.Full or MemoryOrder.Foreign;
        if (kind == OperationKind.Read)
            return isStrong ? AccessKind.StrongRead : AccessKind.WeakRead;
        return operation.Order == MemoryOrder.Full ? AccessKind.Exchange
            : isStrong || IsVolatile(operation) ? AccessKind.StrongWrite
            : AccessKind.WeakWrite;
    }

    private void AddReadable(Fiber fiber, History history, int oldest)
    {
        for (var i = history.Count - 1; i >= oldest; i--)
        {
            var message = history[i];
            if (
                i < history.Count - 1
                && Of(fiber).StaleReads.GetValueOrDefault((fiber.Pending.Site, message))
                    >= MostStaleReads
            )
            {
                LeftSomeOut = true;
                continue;
            }
            _readable.Add(message);
        }
    }

    private void AddPositions(History history, int oldest)
    {
        _positions.Add(history.Count);
        for (var i = history.Count - 1; i > oldest; i--)
        {
            // An interlocked access writes directly after what it has read.
            if (history[i].Access != AccessKind.Exchange)
                _positions.Add(i);
        }
    }

    private void Read(Fiber fiber, Knowledge known, History history, Message message)
    {
        var location = history.Location;
        (_message, _isRead) = (message, true);
        if (Step.Access == AccessKind.WeakRead)
        {
            if (message.Event >= 0)
                Step.Joins.Add(message.Event);
        }
        else
        {
            RaceAndJoin(history.Writes);
        }
        if (message != history.Newest)
        {
            Step.OutOfOrder = new(history.Newest.Event) { Value = message.Value };
            known.StaleReads[(fiber.Pending.Site, message)] =
                known.StaleReads.GetValueOrDefault((fiber.Pending.Site, message)) + 1;
        }
        known.Seen.Advance(location.Id, message);
        if (Step.IsFence || IsVolatile(fiber.Pending))
            known.Seen.Join(message.Released);
        else
            known.Unordered.Join(message.Released);
        Step.Hash = Hashing.Mix(message.Hash, 3);
    }

    private void Write(Fiber fiber, Knowledge known, History history, int position)
    {
        var (location, variable) = (history.Location, history.Variable!);
        var isLast = position == history.Count;
        var before = history[position - 1];
        var strong = history.LastStrongBefore(position);
        AddConflicts(history, strong);
        // When this write can be seen, so can those before it, and what they have released.
        known.Unordered.Join(strong?.Released);
        // The program writes to memory next: what is there is kept for those who may still read it.
        history.Newest.Value = variable.Read(location);
        if (Step.Access == AccessKind.Exchange)
        {
            known.Seen.Advance(location.Id, before);
            known.Seen.Join(before.Released);
        }
        var releases = Step.IsFence || IsVolatile(fiber.Pending);
        var message = new Message
        {
            Access = Step.Access,
            Version = isLast ? location.Version + 1 : -2 - history.Count,
            Released = Released(known, releases, strong?.Released),
            Known = variable.HoldsReference ? known.All() : null,
        };
        if (!isLast)
            Step.OutOfOrder = new(history[position].Event);
        Step.Hash = Hashing.Mix(before.Hash, isLast ? 5 : history[position].Hash);
        history.Insert(position, message);
        known.Seen.Advance(location.Id, message);
        // Whoever acquires from a write knows of the write itself.
        if (releases)
            message.Released!.Advance(location.Id, message);
        _message = message;
    }

    private static View? Released(Knowledge known, bool releases, View? before)
    {
        var own = releases ? known.Seen : known.AtFence;
        if (!releases && (own is null || before is null))
            return own ?? before;
        var released = own!.Copy();
        released.Join(before);
        return released;
    }

    /// <summary>What earlier steps a write conflicts with. Ordinary writes are independent of each other: the later one may take its place before the earlier.</summary>
    private void AddConflicts(History history, Message? strong)
    {
        Step.Races.AddRange(history.WeakReads);
        Step.Races.AddRange(history.StrongReads);
        Step.Joins.AddRange(history.StrongReads);
        switch (Step.Access)
        {
            case AccessKind.WeakWrite:
                RaceAndJoin(history.Writes.Where(write => write.Access == AccessKind.Exchange));
                if (strong is not null)
                    Step.Joins.Add(strong.Event);
                break;
            case AccessKind.StrongWrite:
                RaceAndJoin(history.Writes.Where(write => write.Access != AccessKind.WeakWrite));
                Step.Races.AddRange(
                    history
                        .Writes.Where(write => write.Access == AccessKind.WeakWrite)
                        .Select(write => write.Event)
                );
                break;
            default:
                RaceAndJoin(history.Writes);
                break;
        }
    }

    private void RaceAndJoin(IEnumerable<Message> writes)
    {
        foreach (var write in writes)
        {
            Step.Races.Add(write.Event);
            Step.Joins.Add(write.Event);
        }
    }

    private void BeginFence(Knowledge known)
    {
        if (_lastFence >= 0)
        {
            Step.Races.Add(_lastFence);
            Step.Joins.Add(_lastFence);
        }
        known.Seen.Join(known.Unordered);
        known.Seen.Join(_fences);
    }

    private void EndFence(Knowledge known)
    {
        _fences.Join(known.Seen);
        known.AtFence = known.Seen.Copy();
    }

    /// <summary>A step on something that synchronises: to look at it acquires, to change it releases.</summary>
    private void Synchronise(Location? location, OperationKind kind, Knowledge known)
    {
        if (location is null)
            return;
        var released = HistoryOf(location).Released;
        if (kind != OperationKind.Release)
            known.Seen.Join(released);
        if (kind is not (OperationKind.Read or OperationKind.Acquire))
            released.Join(known.Seen);
    }
}
