namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Steps: reaching one, choosing who takes the next, recording it.</summary>
internal sealed partial class Execution
{
    /// <summary>Returns when the fiber may take a step: when its gate is open and the strategy has chosen it.</summary>
    public void Reach(Fiber fiber, in Operation operation)
    {
        if (IsEnding)
        {
            Leave(operation.Gate);
            return;
        }
        CountProgress();
        fiber.LastSite = operation.Site;
        var open = operation.Gate?.IsOpenFor(fiber) ?? true;
        CountStep(fiber);
        fiber.Pending = operation;
        fiber.StepCounts = false;
        if (_alone && open)
            return;
        if (fiber.IsFresh)
        {
            // Its start and its first step are one: what comes before touches nothing shared.
            fiber.IsFresh = false;
            fiber.StepCounts = !IsFree;
            if (open)
                return;
            fiber.Pending = default;
            Record(fiber, OperationKind.Local);
            fiber.Pending = operation;
        }
        GiveWay(fiber);
    }

    /// <summary>Records the step that the fiber was let through to, as what it turned out to be.</summary>
    public void Commit(Fiber fiber, OperationKind kind)
    {
        if (IsEnding)
            return;
        var location = fiber.Pending.Location;
        Record(fiber, kind);
        if (IsEnding)
            throw new ScheduleEndedException();
        if (location is not null && kind is not (OperationKind.Read or OperationKind.Local))
        {
            location.Version++;
            WakeSpinners(fiber, location);
        }
        fiber.Spins.Note(kind, location);
        Recorder?.AddStep(this, fiber, kind);
    }

    /// <summary>Whether the test is the only fiber and knows all that others did: the order of its steps cannot matter.</summary>
    public bool IsSimple => _alone && !IsEnding;

    /// <summary>A step of a fiber that is alone.</summary>
    public void CountOnly(Fiber fiber)
    {
        CountProgress();
        fiber.Spins.Touch();
        CountStep(fiber);
    }

    /// <summary>Reaches a step and takes it.</summary>
    public void Step(Fiber fiber, in Operation operation)
    {
        Reach(fiber, operation);
        Commit(fiber, operation.Kind);
    }

    /// <summary>The fiber is at the top of a loop.</summary>
    public void Loop(Fiber fiber, int site, ulong locals)
    {
        if (IsEnding)
        {
            Leave(null);
            return;
        }
        CountProgress();
        CountStep(fiber);
        if (!fiber.Spins.Repeats(site, locals, fiber.Held.Count))
            return;
        fiber.IsSpinning = true;
        Reach(
            fiber,
            new(
                OperationKind.Local,
                null,
                site,
                SpinGate.Instance,
                "spins",
                Wait: WaitKind.LoopChange
            )
        );
        Commit(fiber, OperationKind.Local);
    }

    // Whoever has the turn is the only writer.
    private void CountProgress() => Volatile.Write(ref _progress, _progress + 1);

    private void TakeFirstStep(Fiber fiber)
    {
        fiber.IsFresh = false;
        fiber.StepCounts = !IsFree;
        fiber.Pending = default;
        Record(fiber, OperationKind.Local);
    }

    private void Record(Fiber fiber, OperationKind kind)
    {
        if (!fiber.StepCounts)
            return;
        fiber.StepCounts = false;
        Trace.Add(fiber, kind, _enabled);
        if (_races.Look(Trace, fiber.Pending.Location) is { } race)
        {
            Recorder?.AddStep(this, fiber, kind);
            Fail(Failure.Race(this, race));
        }
        strategy.Taken(this, Trace.Count - 1);
    }

    private void GiveWay(Fiber fiber)
    {
        while (true)
        {
            var next = Choose(fiber) ?? throw new ScheduleEndedException();
            if (next == fiber)
                return;
            if (
                next.IsFresh
                && next.Carrier is null
                && fiber.Pending.Gate?.NeedsEndOf(next) == true
            )
            {
                // A fiber that waits for another's end lends it its stack: no hand-over.
                var carrier = fiber.Carrier!;
                RunToItsEnd(next, carrier);
                carrier.Fiber = fiber;
                if (IsEnding)
                    throw new ScheduleEndedException();
                continue;
            }
            Resume(next);
            fiber.Carrier!.Park();
            if (IsEnding)
                throw new ScheduleEndedException();
            return;
        }
    }

    /// <summary>Who has the turn from now on; <see langword="null"/> when the schedule is over.</summary>
    private Fiber? Choose(Fiber from)
    {
        ulong enabled = 0;
        var others = 0;
        foreach (var fiber in _fibers)
        {
            if (fiber.IsFinished)
                continue;
            if (fiber != _main)
                others++;
            if (CanStep(fiber))
                enabled |= fiber.Bit;
        }
        if (enabled == 0)
        {
            Stuck();
            return null;
        }
        if (others == 0 && MainKnowsAll())
        {
            _alone = true;
            return _running = _main;
        }
        _enabled = enabled;
        var chosen = -1;
        if (!IsFree)
        {
            chosen = strategy.Choose(this, enabled, from);
            if (IsEnding)
                return null;
            IsFree = chosen < 0;
        }
        var next = _fibers[IsFree ? Fairly(enabled, from) : chosen];
        next.StepCounts = !IsFree;
        return _running = next;
    }

    private static bool CanStep(Fiber fiber) =>
        fiber.IsFresh || (!fiber.IsSpinning && fiber.Pending.Gate?.IsOpenFor(fiber) != false);

    /// <summary>Whether everything that the ended fibers did happened before the test's next step.</summary>
    private bool MainKnowsAll()
    {
        foreach (var fiber in _fibers)
        {
            if (fiber == _main || _main.Clock[fiber.Id] >= fiber.Sequence)
                continue;
            if (_main.Pending.Gate?.NeedsEndOf(fiber) != true)
                return false;
            _main.ComesAfter(fiber);
        }
        return true;
    }

    /// <summary>Runs on with the same fiber for a while, then with the next one.</summary>
    public int Fairly(ulong enabled, Fiber from)
    {
        const int Slice = 50;
        if ((enabled & from.Bit) != 0 && _steps % Slice != 0)
            return from.Id;
        var later = enabled & ~((from.Bit << 1) - 1);
        return System.Numerics.BitOperations.TrailingZeroCount(later != 0 ? later : enabled);
    }

    private void CountStep(Fiber fiber)
    {
        if (++_steps <= limits.Steps)
            return;
        // An unfair schedule can make a correct program run for ever; only one that does so under a fair one has a livelock.
        WasCut = true;
        IsFree = true;
        if (_steps <= 2 * limits.Steps)
            return;
        Fail(Failure.Livelock(this, fiber));
        throw new ScheduleEndedException();
    }

    private void WakeSpinners(Fiber by, Location location)
    {
        foreach (var fiber in _fibers)
        {
            if (!fiber.IsSpinning || !fiber.Spins.Watched.Contains(location))
                continue;
            fiber.IsSpinning = false;
            fiber.ComesAfter(by);
        }
    }

    private void Stuck()
    {
        if (!IsFree)
            MissTheRest();
        var blocked = _fibers.FindAll(fiber => !fiber.IsFinished && fiber != _main);
        var mainHasEnded = _main.Pending.Gate is EndGate;
        if (mainHasEnded && blocked.TrueForAll(fiber => fiber.IsBackground))
        {
            // A program ends when only its background threads are left, whatever they wait for.
            _isEnding = true;
            return;
        }
        Fail(
            _fibers.Exists(fiber => !fiber.IsFinished && fiber.IsSpinning)
                ? Failure.Livelock(this, null)
                : Failure.Deadlock(this)
        );
    }

    private void MissTheRest()
    {
        foreach (var fiber in _fibers)
        {
            if (fiber.IsFinished || fiber.IsSpinning)
                continue;
            Trace.Miss(fiber);
            strategy.Missed(this, Trace.Count);
        }
    }

    /// <summary>A fiber of a schedule that is over: steps change nothing any more, and nothing waits.</summary>
    private void Leave(IGate? gate)
    {
        const int StuckAfter = 10_000;
        if (gate is not null || IsClosed || ++_steps > limits.Steps * 2 + StuckAfter)
            throw new ScheduleEndedException();
    }
}
