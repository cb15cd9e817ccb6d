using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Barrier"/>.</summary>
[Controls(typeof(Barrier))]
internal static class ControlledBarrier
{
    public static void Dispose(Barrier disposed, int site) => Disposal.Of(disposed, site);

    private static readonly ConditionalWeakTable<Barrier, Action<Barrier>> Actions = [];

    public static Barrier New(int participantCount, Action<Barrier>? postPhaseAction, int site)
    {
        var barrier = new Barrier(participantCount, postPhaseAction);
        if (postPhaseAction is not null)
            Actions.Add(barrier, postPhaseAction);
        return barrier;
    }

    public static void SignalAndWait(Barrier barrier, int site) =>
        SignalAndWait(barrier, Timeout.Infinite, site);

    public static bool SignalAndWait(Barrier barrier, TimeSpan timeout, int site) =>
        SignalAndWait(barrier, Timeouts.Of(timeout), site);

    public static bool SignalAndWait(Barrier barrier, int millisecondsTimeout, int site) =>
        SignalAndWait(barrier, millisecondsTimeout, CancellationToken.None, site);

    public static void SignalAndWait(
        Barrier barrier,
        CancellationToken cancellationToken,
        int site
    ) => SignalAndWait(barrier, Timeout.Infinite, cancellationToken, site);

    public static bool SignalAndWait(
        Barrier barrier,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        int site
    ) => SignalAndWait(barrier, Timeouts.Of(timeout), cancellationToken, site);

    public static bool SignalAndWait(
        Barrier barrier,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    )
    {
        if (!TryFind(barrier, out var execution, out var fiber, out var state))
            return barrier.SignalAndWait(millisecondsTimeout, cancellationToken);
        Timeouts.Validate(millisecondsTimeout);
        Tasks.ThrowIfCancelled(cancellationToken, site);
        execution.Step(fiber, new(OperationKind.Write, state.Location, site, null, "arrives at"));
        if (state.Participants == 0)
            throw new InvalidOperationException("The barrier has no registered participants.");
        var phase = state.Phase;
        state.Arrived++;
        state.OpenIfFull(barrier, Actions);
        if (state.Phase != phase)
            return true;

        var gate =
            millisecondsTimeout == Timeout.Infinite
                ? new Condition(() =>
                    state.Phase != phase || cancellationToken.IsCancellationRequested
                )
                : null;
        execution.Reach(
            fiber,
            new(
                OperationKind.Write,
                state.Location,
                site,
                gate,
                "waits for the others at",
                Wait: WaitKind.Condition,
                Rest: millisecondsTimeout == 0
                    ? null
                    : gate ?? new Condition(() => state.Phase != phase)
            )
        );
        execution.Commit(fiber, OperationKind.Write);
        if (state.Phase != phase)
        {
            state.ThrowIfFailed();
            return true;
        }
        state.Arrived--;
        Tasks.ThrowIfCancelled(cancellationToken, site);
        return false;
    }

    public static long AddParticipant(Barrier barrier, int site) =>
        AddParticipants(barrier, 1, site);

    public static long AddParticipants(Barrier barrier, int participantCount, int site)
    {
        if (!TryFind(barrier, out var execution, out var fiber, out var state))
            return barrier.AddParticipants(participantCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(participantCount, 1);
        execution.Step(fiber, new(OperationKind.Write, state.Location, site, null, "joins"));
        state.Participants += participantCount;
        return state.Phase;
    }

    public static void RemoveParticipant(Barrier barrier, int site) =>
        RemoveParticipants(barrier, 1, site);

    public static void RemoveParticipants(Barrier barrier, int participantCount, int site)
    {
        if (!TryFind(barrier, out var execution, out var fiber, out var state))
        {
            barrier.RemoveParticipants(participantCount);
            return;
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(participantCount, 1);
        execution.Step(fiber, new(OperationKind.Write, state.Location, site, null, "leaves"));
        if (state.Participants == 0)
            throw new InvalidOperationException("The barrier has no registered participants.");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(participantCount, state.Participants);
        state.Participants -= participantCount;
        state.OpenIfFull(barrier, Actions);
    }

    public static long get_CurrentPhaseNumber(Barrier barrier, int site) =>
        Observe(barrier, site) is { } state ? state.Phase : barrier.CurrentPhaseNumber;

    public static int get_ParticipantCount(Barrier barrier, int site) =>
        Observe(barrier, site) is { } state ? state.Participants : barrier.ParticipantCount;

    public static int get_ParticipantsRemaining(Barrier barrier, int site) =>
        Observe(barrier, site) is { } state
            ? state.Participants - state.Arrived
            : barrier.ParticipantsRemaining;

    private static BarrierState? Observe(Barrier barrier, int site)
    {
        if (!TryFind(barrier, out var execution, out var fiber, out var state))
            return null;
        execution.Step(fiber, new(OperationKind.Read, state.Location, site, null, "looks at"));
        return state;
    }

    private static bool TryFind(
        Barrier? barrier,
        out Execution execution,
        out Fiber fiber,
        out BarrierState state
    )
    {
        state = null!;
        if (!SchedulingPoints.IsExplored(out execution, out fiber) || barrier is null)
            return false;
        var location = execution.Heap.Of(barrier, LocationKind.Barrier);
        location.State ??= new BarrierState(location, barrier.ParticipantCount);
        state = (BarrierState)location.State;
        return true;
    }
}
