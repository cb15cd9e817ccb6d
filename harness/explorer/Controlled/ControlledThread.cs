using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Thread"/>: the object stays, its work runs on a fiber.</summary>
[Controls(typeof(Thread))]
internal static partial class ControlledThread
{
    private static readonly ConditionalWeakTable<Thread, ThreadState> States = [];

    public static Thread New(ThreadStart start, int site)
    {
        var thread = new Thread(start);
        return Register(thread, _ => start());
    }

    public static Thread New(ThreadStart start, int maxStackSize, int site)
    {
        var thread = new Thread(start, maxStackSize);
        return Register(thread, _ => start());
    }

    public static Thread New(ParameterizedThreadStart start, int site)
    {
        var thread = new Thread(start);
        return Register(thread, start.Invoke);
    }

    public static Thread New(ParameterizedThreadStart start, int maxStackSize, int site)
    {
        var thread = new Thread(start, maxStackSize);
        return Register(thread, start.Invoke);
    }

    public static void Start(Thread thread, int site) => Start(thread, null, site);

    public static void UnsafeStart(Thread thread, int site) => Start(thread, null, site);

    public static void UnsafeStart(Thread thread, object? parameter, int site) =>
        Start(thread, parameter, site);

    public static void Start(Thread thread, object? parameter, int site)
    {
        if (!TryFind(thread, out var execution, out var fiber, out var state))
        {
            if (parameter is null)
                thread.Start();
            else
                thread.Start(parameter);
            return;
        }
        if (state.Fiber is not null)
            throw new ThreadStateException("Thread is running or terminated; it cannot restart.");
        state.Start(execution, fiber, thread, parameter);
    }

    public static void Join(Thread thread, int site) => Join(thread, Timeout.Infinite, site);

    public static bool Join(Thread thread, TimeSpan timeout, int site) =>
        Join(thread, Timeouts.Of(timeout), site);

    public static bool Join(Thread thread, int millisecondsTimeout, int site)
    {
        if (!TryFind(thread, out var execution, out var fiber, out var state))
            return thread.Join(millisecondsTimeout);
        Timeouts.Validate(millisecondsTimeout);
        if (state.Fiber is not { } other)
            throw new ThreadStateException("Thread has not been started.");
        var end = execution.Heap.Of(other, LocationKind.Thread);
        if (millisecondsTimeout >= 0)
        {
            execution.Step(
                fiber,
                new(OperationKind.Read, end, site, null, "looks for the end of", Rest: state)
            );
            return state.HasEnded;
        }
        execution.Reach(
            fiber,
            new(
                OperationKind.Read,
                end,
                site,
                state,
                "joins",
                Wait: WaitKind.ThreadEnd,
                Rest: state
            )
        );
        execution.Commit(fiber, OperationKind.Read);
        return true;
    }

    public static void Interrupt(Thread thread, int site)
    {
        if (thread is null || !SchedulingPoints.IsExplored(out var execution, out var fiber))
        {
            thread!.Interrupt();
            return;
        }
        Fiber? Find() =>
            TryFind(thread, out _, out _, out var state)
                ? state.Fiber
                : execution.Fibers.FirstOrDefault(other => other.Thread == thread);
        Interruptions.Interrupt(execution, fiber, thread, Find, site);
    }

    public static bool get_IsAlive(Thread thread, int site)
    {
        if (!TryFind(thread, out var execution, out var fiber, out var state))
            return thread.IsAlive;
        if (state.Fiber is not { } other)
            return false;
        execution.Step(
            fiber,
            new(
                OperationKind.Read,
                execution.Heap.Of(other, LocationKind.Thread),
                site,
                null,
                "looks for the end of"
            )
        );
        return !state.HasEnded;
    }

    public static void set_IsBackground(Thread thread, bool value, int site)
    {
        if (TryFind(thread, out _, out _, out var state))
            state.IsBackground = value;
        else
            thread.IsBackground = value;
    }

    public static bool get_IsBackground(Thread thread, int site) =>
        TryFind(thread, out _, out _, out var state) ? state.IsBackground : thread.IsBackground;

    public static Thread get_CurrentThread(int site)
    {
        if (!SchedulingPoints.IsExplored(out _, out var fiber))
            return Thread.CurrentThread;
        return fiber.Thread ??= new Thread(() => { });
    }

    public static void Sleep(int millisecondsTimeout, int site)
    {
        Timeouts.Validate(millisecondsTimeout);
        if (!Pause(site, "sleeps", ClosedGate.Instance))
        {
#pragma warning disable RS0030 // It is the kata's own call, made outside an exploration.
            Thread.Sleep(millisecondsTimeout);
#pragma warning restore RS0030
        }
    }

    public static void Sleep(TimeSpan timeout, int site) => Sleep(Timeouts.Of(timeout), site);

    public static bool Yield(int site) => Pause(site, "yields") || Thread.Yield();

    public static void SpinWait(int iterations, int site)
    {
        if (!SchedulingPoints.IsExplored(out _, out _))
            Thread.SpinWait(iterations);
    }

    public static void MemoryBarrier(int site)
    {
        Atomic.Fence(site);
        Thread.MemoryBarrier();
    }

    /// <summary>A step that only lets others go first; no pause is long enough to make an order certain.</summary>
    public static bool Pause(int site, string what, IGate? rest = null)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return false;
        execution.Step(fiber, new(OperationKind.Yield, null, site, null, what, Rest: rest));
        return true;
    }

    private static Thread Register(Thread thread, Action<object?> body)
    {
        if (SchedulingPoints.IsExplored(out var execution, out _))
            States.Add(thread, new ThreadState(execution, body));
        return thread;
    }

    private static bool TryFind(
        Thread? thread,
        out Execution execution,
        out Fiber fiber,
        out ThreadState state
    )
    {
        state = null!;
        return SchedulingPoints.IsExplored(out execution, out fiber)
            && thread is not null
            && States.TryGetValue(thread, out state!)
            && state.Execution == execution;
    }
}
