using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>A timer that explored code has made. Each time it fires is a fiber of its own, so callbacks may overlap as the real ones do.</summary>
internal sealed class TimerState(Execution execution, Action callback, int site) : ITimer
{
    private TimerGate? _gate;
    private int _fired;
    private int _running;
    private bool _isDisposed;

    /// <summary>The exploration that it belongs to.</summary>
    public Execution Execution { get; } = execution;

    public bool Change(TimeSpan dueTime, TimeSpan period) =>
        Change((long)dueTime.TotalMilliseconds, (long)period.TotalMilliseconds);

    public bool Change(long dueTime, long period)
    {
        Tasks.Change("sets a timer", site);
        if (_isDisposed)
            return false;
        Set(dueTime, period);
        return true;
    }

    public void Set(long dueTime, long period)
    {
        _gate?.Stop();
        _gate = null;
        if (dueTime < 0 || CarrierThread.FiberOf(Execution) is not { } fiber)
            return;
        var repeats = period > 0;
        var clock = Clock.Of(Execution);
        var due = clock.Set(dueTime);
        var gate = new TimerGate(Execution, clock, due, repeats ? _fired : 0);
        _gate = gate;
        Tasks.StartTimer(
            Execution,
            fiber,
            gate,
            () =>
            {
                if (gate.IsStopped)
                    return;
                clock.Advance(due);
                _fired++;
                _gate = null;
                if (repeats)
                    Set(period, period);
                Run();
            },
            site
        );
    }

    public void Dispose()
    {
        Tasks.Change("disposes of a timer", site);
        _isDisposed = true;
        _gate?.Stop();
    }

    /// <summary>Disposes, and waits for the callbacks that run.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        if (_running == 0)
            return ValueTask.CompletedTask;
        var end = new TaskCompletionSource();
        WhenIdle += () => Tasks.WithoutContinuations(() => end.TrySetResult());
        return new ValueTask(end.Task);
    }

    /// <summary>Called when the last callback of a disposed timer has ended.</summary>
    public Action? WhenIdle { get; set; }

    /// <summary>Whether a callback runs.</summary>
    public bool IsRunning => _running > 0;

    private void Run()
    {
        _running++;
        callback();
        if (--_running > 0 || !_isDisposed)
            return;
        Tasks.Change("ends a callback", site);
        WhenIdle?.Invoke();
    }
}
