namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Turns: waiting for one, choosing the fiber that has the next, and what happens when no fiber can go on.</summary>
internal sealed partial class Execution
{
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
                && !CanBeInterrupted(fiber)
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
        fiber.IsUnstarted
        || (
            !fiber.IsSpinning
            && (
                fiber.Pending.Gate?.IsOpenFor(fiber) != false
                || (fiber.IsInterrupted && IsInterrupted(fiber, fiber.Pending))
            )
        );

    // Nobody can interrupt what has no thread object.
    private static bool CanBeInterrupted(Fiber fiber) =>
        fiber is { Thread: not null, Pending.Rest: not null };

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
        // Not at every fiftieth step: a loop may take several between two choices, and never be asked at that one.
        if ((enabled & from.Bit) != 0 && _steps < _endOfSlice)
            return from.Id;
        _endOfSlice = _steps + Slice;
        var later = enabled & ~((from.Bit << 1) - 1);
        return System.Numerics.BitOperations.TrailingZeroCount(later != 0 ? later : enabled);
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
            TouchInterrupts(fiber);
            Trace.FindRacesOfBlockedStep(fiber);
            strategy.OnBlockedStep(this, Trace.Count);
        }
    }
}
