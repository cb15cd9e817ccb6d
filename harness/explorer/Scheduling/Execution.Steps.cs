namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Steps: reaching one, taking it, recording it.</summary>
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

    /// <summary>Whether the test is the only fiber, and all that others did happened before: the order of its steps cannot matter.</summary>
    public bool IsSingleThreaded => _isSingleThreaded && !IsEnding;

    /// <summary>Takes a step of the only fiber, which needs no record.</summary>
    public void StepUnrecorded(Fiber fiber)
    {
        CountProgress();
        fiber.Loops.RecordUnknownStep();
        CountStep(fiber);
    }

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

    /// <summary>Ends a fiber at its next step, or lets it step on without effect, when the schedule is over.</summary>
    private void Unwind(IGate? gate)
    {
        const int StuckAfter = 10_000;
        if (gate is not null || IsClosed || ++_steps > limits.Steps * 2 + StuckAfter)
            throw new ScheduleEndedException();
    }
}
