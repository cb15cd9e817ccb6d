using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// A handle that the pool waits for: a fiber stands for the wait, and each callback is a fiber of its own. A time that is up comes from the schedule's
/// clock.
/// </summary>
internal sealed class RegisteredWait(
    Execution execution,
    WaitHandle handle,
    Action<bool> callback,
    int milliseconds,
    bool once,
    int site
) : IGate
{
    private const int MostSignals = 2;

    private TimerGate? _timer;
    private Fiber _waiter = null!;
    private int _signals;
    private int _running;
    private bool _isOver;
    private bool _isUnregistered;
    private WaitHandle? _whenIdle;

    private Location Location => execution.Heap.Of(this, LocationKind.Registration);

    public bool IsOpenFor(Fiber fiber)
    {
        if (_isOver)
            return true;
        if (!AnyHandle.IsOpen(execution, fiber, handle) || execution.HasTestEnded)
            return false;
        if (_signals < MostSignals || AnyHandle.IsTaken(handle) || execution.AllOthersWait(fiber))
            return true;
        execution.LeaveOut(LeftOut.RegisteredWaits);
        return false;
    }

    /// <summary>Begins to wait.</summary>
    public void Start(Fiber fiber)
    {
        _waiter = execution.Spawn(fiber, $"wait {execution.Fibers.Count}", Wait);
        _waiter.IsBackground = true;
        StartTimer(fiber);
    }

    /// <summary>Waits no more; <see langword="false"/> when that was said before.</summary>
    /// <param name="fiber">Who says so.</param>
    /// <param name="whenIdle">What is signalled when no callback runs any more.</param>
    /// <param name="blocks">Whether the caller waits for that itself.</param>
    public bool Unregister(Fiber fiber, WaitHandle? whenIdle, bool blocks)
    {
        Change(fiber, "unregisters");
        if (_isUnregistered)
            return false;
        _isUnregistered = true;
        End();
        if (blocks)
        {
            execution.Reach(
                fiber,
                new(
                    OperationKind.Write,
                    Location,
                    site,
                    new Condition(() => _running == 0),
                    "waits for the callbacks of",
                    Wait: WaitKind.Condition
                )
            );
            execution.Commit(fiber, OperationKind.Write);
            return true;
        }
        _whenIdle = whenIdle;
        if (_running == 0)
            SignalIdle();
        return true;
    }

    private void Wait()
    {
        while (true)
        {
            execution.Reach(
                _waiter,
                new(
                    OperationKind.Write,
                    AnyHandle.LocationOf(execution, handle),
                    site,
                    this,
                    "waits for",
                    Wait: WaitKind.Condition,
                    Also: [Location]
                )
            );
            if (!_isOver)
                AnyHandle.Pass(execution, _waiter, handle, site);
            execution.Commit(_waiter, OperationKind.Write);
            if (_isOver)
                return;
            _signals++;
            if (once)
                End();
            else
                StartTimer(_waiter);
            Call(_waiter, timedOut: false);
        }
    }

    private void StartTimer(Fiber fiber)
    {
        _timer?.Stop();
        if (milliseconds == Timeout.Infinite)
            return;
        var clock = Clock.Of(execution);
        var due = clock.Set(milliseconds);
        var gate = new TimerGate(execution, clock, due, once ? 0 : _signals);
        _timer = gate;
        Tasks.StartTimer(
            execution,
            fiber,
            gate,
            () =>
            {
                if (gate.IsStopped || CarrierThread.FiberOf(execution) is not { } timer)
                    return;
                clock.Advance(due);
                Change(timer, "time is up for");
                if (_isOver || _timer != gate)
                    return;
                _timer = null;
                _signals++;
                if (once)
                    End();
                else
                    StartTimer(timer);
                Call(timer, timedOut: true);
            },
            site
        );
    }

    private void Call(Fiber fiber, bool timedOut)
    {
        _running++;
        Fiber runner = null!;
        runner = execution.Spawn(
            fiber,
            $"pool {execution.Fibers.Count}",
            () =>
            {
                callback(timedOut);
                Change(runner, "ends a callback of");
                if (--_running == 0)
                    SignalIdle();
            }
        );
        runner.IsBackground = true;
    }

    private void End()
    {
        _isOver = true;
        _timer?.Stop();
        _timer = null;
    }

    private void SignalIdle()
    {
        if (!_isUnregistered || _whenIdle is not { } signalled)
            return;
        _whenIdle = null;
        ControlledWaitHandle.Signal(signalled, site);
    }

    private void Change(Fiber fiber, string what) =>
        execution.Step(fiber, new(OperationKind.Write, Location, site, null, what));
}
