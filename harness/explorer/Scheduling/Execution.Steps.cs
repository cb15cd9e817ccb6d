using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Steps: reaching one, taking it, recording it.</summary>
internal sealed partial class Execution
{
    /// <summary>Returns when the fiber may take a step: when its gate is open and the strategy has chosen it.</summary>
    /// <exception cref="ThreadInterruptedException">The fiber is interrupted, and would have had to wait.</exception>
    public void Reach(Fiber fiber, in Operation operation)
    {
        ReachTurn(fiber, operation);
        if (IsOpenTwice(fiber, fiber.Pending))
            fiber.Pending = fiber.Pending with { IsOpenTwice = true };
        if (fiber.IsInterrupted && IsInterrupted(fiber, fiber.Pending) && !IsEnding)
            EndByInterrupt(fiber);
    }

    private void ReachTurn(Fiber fiber, in Operation operation)
    {
        if (IsEnding)
        {
            Unwind(operation.Gate);
            return;
        }
        Memory?.Settle();
        CountProgress();
        fiber.LastSite = operation.Site;
        var open =
            operation.Gate?.IsOpenFor(fiber) != false
            || (fiber.IsInterrupted && IsInterrupted(fiber, operation));
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

    private static bool IsInterrupted(Fiber fiber, in Operation operation) =>
        operation.Rest?.IsOpenFor(fiber) == false;

    private static bool IsOpenTwice(Fiber fiber, in Operation operation) =>
        operation.Gate is { } gate
        && (
            gate.IsOpenTwiceFor(fiber)
            || (fiber.IsInterrupted && operation.Rest is not null && gate.IsOpenFor(fiber))
        );

    private void EndByInterrupt(Fiber fiber)
    {
        fiber.IsInterrupted = false;
        fiber.Pending = fiber.Pending with { What = "is interrupted at" };
        fiber.Loops.RecordUnknownStep();
        // Its wait is over for all who count those that wait.
        Commit(fiber, OperationKind.Write);
        throw new ThreadInterruptedException();
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
        // A write that took effect before others is read by nobody who waits for a change.
        var isUnseen = Memory is { Step: { Access: AccessKind.WeakWrite, OutOfOrder: not null } };
        if (
            location is not null
            && kind is not (OperationKind.Read or OperationKind.Local)
            && !isUnseen
        )
        {
            location.Version++;
            WakeLoops(fiber, location);
            foreach (var other in fiber.Pending.Also ?? [])
            {
                other.Version++;
                WakeLoops(fiber, other);
            }
        }
        if (fiber.Pending.Order == MemoryOrder.Full)
            fiber.Fences++;
        if (fiber.LookedInto is not null && MayLetOthersGoOn(fiber.Pending, kind))
            fiber.LookedInto = null;
        fiber.Loops.Record(fiber, kind, Memory?.VersionRead);
        Recorder?.AddStep(this, fiber, kind);
    }

    private static bool MayLetOthersGoOn(in Operation operation, OperationKind kind) =>
        kind is not (OperationKind.Read or OperationKind.Local)
        && (!operation.IsPlain || SiteMaps.Site(operation.Site).IsVolatile);

    /// <summary>Reaches a step and takes it.</summary>
    public void Step(Fiber fiber, in Operation operation)
    {
        Reach(fiber, operation);
        Commit(fiber, operation.Kind);
        if (
            !IsUnrecorded
            && operation.Location
                is {
                    Index: >= UnfollowedUses.MostElements,
                    Field: LocationKind.Element,
                    Owner: { } array
                }
        )
            Unfollowed.Add(
                array,
                fiber,
                operation.Site,
                isRead: operation.Kind == OperationKind.Read,
                isCall: false
            );
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
        var repeats = fiber.Loops.Repeats(fiber, site, locals);
        if (fiber.Loops.IsHoistable && fiber.Loops.RepeatsItself)
            ReportHoistable(fiber, site);
        if (Memory is not null)
        {
            foreach (var location in fiber.Loops.Missed)
                Memory.CatchUp(fiber, location);
        }
        if (!repeats)
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
        TouchInterrupts(fiber);
        if (Memory is not null && !TakeEffect(Memory, fiber, kind))
            return;
        Trace.Add(fiber, kind, _enabled, Memory?.Step);
        Memory?.RecordEvent(fiber, Trace.Count - 1);
        if (_races.Detect(Trace, fiber.Pending.Location) is { } race)
        {
            Recorder?.AddStep(this, fiber, kind);
            Fail(Failure.Race(this, race));
        }
        if (_races.AreOfWhole)
            LeaveOut(LeftOut.TornStructures);
        strategy.OnStep(this, Trace.Count - 1);
    }

    /// <summary>A wait depends on the interrupts of its fiber, once there are some.</summary>
    private static void TouchInterrupts(Fiber fiber)
    {
        if (fiber.Interrupts is { } interrupts && fiber.Pending.Rest is not null)
            fiber.Pending = fiber.Pending with { Also = [.. fiber.Pending.Also ?? [], interrupts] };
    }

    /// <summary>Lets the strategy choose in which way a step takes effect; <see langword="false"/> when no way is new.</summary>
    private bool TakeEffect(IMemory memory, Fiber fiber, OperationKind kind)
    {
        var count = memory.CountOptions(fiber, kind);
        var option = count == 0 ? 0 : strategy.ChooseOption(this, count);
        if (option < 0)
        {
            IsUnrecorded = true;
            return false;
        }
        memory.Take(fiber, kind, option);
        return true;
    }

    /// <summary>In a weak memory it is a failure that a loop may never end; in any other it is worth a note.</summary>
    private void ReportHoistable(Fiber fiber, int site)
    {
        if (Memory is not null)
            FailAsHoisted(fiber);
        foreach (var location in fiber.Loops.Watched)
            HoistableReads.Add((location, site));
    }

    private void FailAsHoisted(Fiber fiber)
    {
        Fail(Failure.MayNeverEnd(fiber));
        throw new ScheduleEndedException();
    }

    private void CountStep(Fiber fiber)
    {
        if (_isSingleThreaded)
        {
            if (++_stepsAlone > limits.StepsAlone)
                FailAsLivelock(fiber);
            return;
        }
        if (++_steps <= limits.Steps)
            return;
        if (Memory is not null && fiber.Loops.IsHoistable)
            FailAsHoisted(fiber);
        // An unfair schedule can keep a correct program running endlessly; only one that runs endlessly under a fair schedule has a livelock.
        WasCut = true;
        IsUnrecorded = true;
        if (_steps > limits.StepsToEnd)
            FailAsLivelock(fiber);
    }

    private void FailAsLivelock(Fiber fiber)
    {
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
            Memory?.CatchUp(fiber, location);
        }
    }

    /// <summary>Ends a fiber at its next step, or lets it step on without effect, when the schedule is over.</summary>
    private void Unwind(IGate? gate)
    {
        const int StuckAfter = 10_000;
        if (gate is not null || IsClosed || ++_steps > limits.StepsToEnd + StuckAfter)
            throw new ScheduleEndedException();
    }
}
