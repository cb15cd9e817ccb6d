namespace Katas.Corpus;

/// <summary>Calls that set a timer, for as long as they are told.</summary>
public static class LongTimers
{
    public static void NewSource(TimeSpan time) => new CancellationTokenSource(time).Dispose();

    public static void CancelAfter(TimeSpan time)
    {
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(time);
    }

    public static void Delay(TimeSpan time) => _ = Task.Delay(time);

    public static void DelayOfItsOwnClock(TimeSpan time) =>
        _ = Task.Delay(time, new StandingClock());

    public static void WaitAsync(TimeSpan time) =>
        _ = new TaskCompletionSource().Task.WaitAsync(time);

    public static void WaitAsyncOfItsOwnClock(TimeSpan time) =>
        _ = new TaskCompletionSource().Task.WaitAsync(time, new StandingClock());

    /// <summary>A clock of the program's own, whose timers never fire.</summary>
    private sealed class StandingClock : TimeProvider, ITimer
    {
        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        ) => this;

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => default;
    }
}
