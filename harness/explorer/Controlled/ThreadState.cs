using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The state of a <see cref="Thread"/> that explored code has created. As a gate it opens when the thread has ended.</summary>
internal sealed class ThreadState(Execution execution, Action<object?> body) : IGate
{
    /// <summary>The exploration that it belongs to.</summary>
    public Execution Execution { get; } = execution;

    /// <summary>The fiber, once it is started.</summary>
    public Fiber? Fiber { get; private set; }

    /// <summary>Whether the thread has ended, in a step that others can observe.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether the program may end before the thread.</summary>
    public bool IsBackground { get; set; }

    public Fiber? WaitsFor => Fiber;

    public bool IsOpenFor(Fiber fiber) => HasEnded;

    public bool NeedsEndOf(Fiber other) => other == Fiber;

    public void Start(Execution execution, Fiber parent, Thread thread, object? parameter)
    {
        Fiber = execution.Spawn(parent, Name(thread, execution), () => Run(parameter));
        (Fiber.Thread, Fiber.HasOwnThread) = (thread, true);
        Interruptions.Start(execution, Fiber, thread);
        Fiber.IsBackground = IsBackground;
    }

    private static string Name(Thread thread, Execution execution) =>
        thread.Name ?? $"thread {execution.Fibers.Count}";

    private void Run(object? parameter)
    {
        body(parameter);
        AbandonedMutexes.Leave();
        var fiber = Fiber!;
        Execution.Step(
            fiber,
            new(OperationKind.Write, Execution.Heap.Of(fiber, LocationKind.Thread), 0, null, "ends")
        );
        HasEnded = true;
    }
}
