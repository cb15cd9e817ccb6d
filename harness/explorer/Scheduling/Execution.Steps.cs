namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Steps: reaching one, choosing who takes the next, recording it.</summary>
internal sealed partial class Execution
{
    /// <summary>Returns when the fiber may take a step: when its gate is open and the strategy has chosen it.</summary>
    public void Reach(Fiber fiber, in Operation operation)
    {
        if (IsEnding)
        {
            Unwind(operation.Gate);
            return;
        }
        CountProgress();
        fiber.LastSite = operation.Site;
        var open = operation.Gate?.IsOpenFor(fiber) ?? true;
        CountStep(fiber);
        fiber.Pending = operation;
        fiber.IsStepRecorded = false;
        if (_isSingleThreaded && open)
            return;
        if (fiber.IsUnstarted)
        {
            // Its start and its first step are one: what comes before touches nothing shared.
            fiber.IsUnstarted = false;
            fiber.IsStepRecorded = !IsUnrecorded;
            if (open)
                return;
            fiber.Pending = default;
            Record(fiber, OperationKind.Local);
            fiber.Pending = operation;
        }
        WaitForTurn(fiber);
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
            WakeLoops(fiber, location);
        }
        fiber.Loops.Record(kind, location);
        Recorder?.AddStep(this, fiber, kind);
    }

    /// <summary>Whether the test is the only fiber, and all that others did happened before: the order of its steps cannot matter.</summary>
    public bool IsSingleThreaded => _isSingleThreaded && !IsEnding;

    /// <summary>Takes a step of the only fiber, which needs no record.</summary>
    public void StepUnrecorded(Fiber fiber)
    {
        CountProgress();
        fiber.Loops.RecordUnknownStep();
        CountStep(fiber);
    }

    /// <summary>Reaches a step and takes it.</summary>
    public void Step(Fiber fiber, in Operation operation)
    {
        Reach(fiber, operation);
        Commit(fiber, operation.Kind);
    }

    /// <summary>Lets a fiber that is at the top of a loop rest if the loop can only repeat itself.</summary>
    public void Loop(Fiber fiber, int site, ulong locals)
    {
        if (IsEnding)
        {
            Unwind(null);
            return;
        }
        CountProgress();
        CountStep(fiber);
        if (!fiber.Loops.Repeats(site, locals, fiber.Held.Count))
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
        fiber.IsUnstarted = false;
        fiber.IsStepRecorded = !IsUnrecorded;
        fiber.Pending = default;
        Record(fiber, OperationKind.Local);
    }

    private void Record(Fiber fiber, OperationKind kind)
    {
        if (!fiber.IsStepRecorded)
            return;
        fiber.IsStepRecorded = false;
        Trace.Add(fiber, kind, _enabled);
        if (_races.Detect(Trace, fiber.Pending.Location) is { } race)
        {
            Recorder?.AddStep(this, fiber, kind);
            Fail(Failure.Race(this, race));
        }
        strategy.OnStep(this, Trace.Count - 1);
    }

    private void WaitForTurn(Fiber fiber)
    {
        while (true)
        {
            var next = Choose(fiber) ?? throw new ScheduleEndedException();
            if (next == fiber)
                return;
            if (
                next.IsUnstarted
                && next.Carrier is null
                && fiber.Pending.Gate?.NeedsEndOf(next) == true
            )
            {
                // A fiber that waits for another's end can run it on its own stack: no hand-over.
                var carrier = fiber.Carrier!;
                RunToEnd(next, carrier);
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

    /// <summary>Chooses the fiber that has the turn from now on; <see langword="null"/> when the schedule is over.</summary>
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
            EndBlocked();
            return null;
        }
        if (others == 0 && IsMainAfterAllOthers())
        {
            _isSingleThreaded = true;
            return _running = _main;
        }
        _enabled = enabled;
        var chosen = -1;
        if (!IsUnrecorded)
        {
            chosen = strategy.Choose(this, enabled, from);
            if (IsEnding)
                return null;
            IsUnrecorded = chosen < 0;
        }
        var next = _fibers[IsUnrecorded ? ChooseFairly(enabled, from) : chosen];
        next.IsStepRecorded = !IsUnrecorded;
        return _running = next;
    }

    private static bool CanStep(Fiber fiber) =>
        fiber.IsUnstarted || (!fiber.IsSpinning && fiber.Pending.Gate?.IsOpenFor(fiber) != false);

    /// <summary>Whether everything that the ended fibers did happened before the test's next step.</summary>
    private bool IsMainAfterAllOthers()
    {
        foreach (var fiber in _fibers)
        {
            if (fiber == _main || _main.Clock[fiber.Id] >= fiber.Sequence)
                continue;
            if (_main.Pending.Gate?.NeedsEndOf(fiber) != true)
                return false;
            _main.JoinClock(fiber);
        }
        return true;
    }

    /// <summary>Chooses the same fiber for a while, then the next one.</summary>
    public int ChooseFairly(ulong enabled, Fiber from)
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
        // An unfair schedule can keep a correct program running endlessly; only one that runs endlessly under a fair schedule has a livelock.
        WasCut = true;
        IsUnrecorded = true;
        if (_steps <= 2 * limits.Steps)
            return;
        Fail(Failure.Livelock(this, fiber));
        throw new ScheduleEndedException();
    }

    private void WakeLoops(Fiber by, Location location)
    {
        foreach (var fiber in _fibers)
        {
            if (!fiber.IsSpinning || !fiber.Loops.Watched.Contains(location))
                continue;
            fiber.IsSpinning = false;
            fiber.JoinClock(by);
        }
    }

    private void EndBlocked()
    {
        if (!IsUnrecorded)
            FindRacesOfBlockedSteps();
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

    private void FindRacesOfBlockedSteps()
    {
        foreach (var fiber in _fibers)
        {
            if (fiber.IsFinished || fiber.IsSpinning)
                continue;
            Trace.FindRacesOfBlockedStep(fiber);
            strategy.OnBlockedStep(this, Trace.Count);
        }
    }

    /// <summary>Ends a fiber at its next step, or lets it step on without effect, when the schedule is over.</summary>
    private void Unwind(IGate? gate)
    {
        const int StuckAfter = 10_000;
        if (gate is not null || IsClosed || ++_steps > limits.Steps * 2 + StuckAfter)
            throw new ScheduleEndedException();
    }
}
