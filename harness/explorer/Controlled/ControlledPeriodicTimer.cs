using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="PeriodicTimer"/>. Time passes for it while somebody waits for its next tick.</summary>
[Controls(typeof(PeriodicTimer))]
internal static class ControlledPeriodicTimer
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);
    private static readonly ConditionalWeakTable<PeriodicTimer, State> States = [];

    public static PeriodicTimer New(TimeSpan period, int site) =>
        New(period, TimeProvider.System, site);

    public static PeriodicTimer New(TimeSpan period, TimeProvider timeProvider, int site)
    {
        if (
            !SchedulingPoints.IsExplored(out _, out _)
            || timeProvider != TimeProvider.System
            || period <= TimeSpan.Zero
        )
            return new PeriodicTimer(period, timeProvider);
        var timer = new PeriodicTimer(Longest);
        States.Add(timer, new State { Period = period });
        return timer;
    }

    public static ValueTask<bool> WaitForNextTickAsync(
        PeriodicTimer timer,
        CancellationToken cancellationToken,
        int site
    )
    {
        if (
            !States.TryGetValue(timer, out var state)
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
        )
            return timer.WaitForNextTickAsync(cancellationToken);
        Tasks.Change("waits for a tick", site);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(cancellationToken);
        if (state.IsDisposed)
            return ValueTask.FromResult(false);
        if (state.PendingTick is not null)
            throw new InvalidOperationException(
                "Operation is not valid due to the current state of the object."
            );
        var clock = Clock.Of(execution);
        var due = clock.Set((long)state.Period.TotalMilliseconds);
        var gate = new TimerGate(execution, clock, due, state.Ticks);
        var waiting = new TaskCompletionSource<bool>();
        (state.PendingTick, state.Gate) = (waiting, gate);
        cancellationToken.UnsafeRegister(
            _ => state.End(source => source.TrySetCanceled(cancellationToken)),
            null
        );
        Tasks.StartTimer(
            execution,
            fiber,
            gate,
            () =>
            {
                if (gate.IsStopped)
                    return;
                clock.Advance(due);
                state.Ticks++;
                state.End(source => source.TrySetResult(true));
            },
            site
        );
        return new ValueTask<bool>(waiting.Task);
    }

    public static TimeSpan get_Period(PeriodicTimer timer, int site) =>
        States.TryGetValue(timer, out var state) ? state.Period : timer.Period;

    public static void set_Period(PeriodicTimer timer, TimeSpan value, int site)
    {
        if (States.TryGetValue(timer, out var state) && value > TimeSpan.Zero)
            state.Period = value;
        else
            timer.Period = value;
    }

    public static void Dispose(PeriodicTimer timer, int site)
    {
        if (States.TryGetValue(timer, out var state))
        {
            Tasks.Change("disposes of a timer", site);
            state.IsDisposed = true;
            state.End(source => source.TrySetResult(false));
        }
        timer.Dispose();
    }

    private sealed class State
    {
        public TimeSpan Period { get; set; }

        public int Ticks { get; set; }

        public bool IsDisposed { get; set; }

        public TaskCompletionSource<bool>? PendingTick { get; set; }

        public TimerGate? Gate { get; set; }

        /// <summary>Ends the wait that there is.</summary>
        public void End(Action<TaskCompletionSource<bool>> end)
        {
            var waiting = PendingTick;
            PendingTick = null;
            Gate?.Stop();
            if (waiting is not null)
                Tasks.WithoutContinuations(() => end(waiting));
        }
    }
}
