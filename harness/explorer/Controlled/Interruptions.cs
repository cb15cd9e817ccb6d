using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Interrupts threads: the wait that a thread is in, or comes to next, ends in an exception.</summary>
internal static class Interruptions
{
    // In the place of a fiber that there is not yet.
    private static readonly object Early = new();

    /// <summary>Interrupts a thread, which need not have started.</summary>
    public static void Interrupt(
        Execution execution,
        Fiber fiber,
        Thread thread,
        Func<Fiber?> find,
        int site
    )
    {
        var location = execution.Heap.Of(thread, LocationKind.Interrupt);
        execution.Reach(
            fiber,
            new(OperationKind.Write, location, site, null, "interrupts", Also: [])
        );
        var target = find();
        location.State = (object?)target ?? Early;
        execution.Commit(fiber, OperationKind.Write);
        if (target is not null)
            Mark(target, location);
    }

    /// <summary>A thread starts: it may have been interrupted before.</summary>
    public static void Start(Execution execution, Fiber fiber, Thread thread)
    {
        var location = execution.Heap.Find(thread, LocationKind.Interrupt);
        if (location?.State is null)
            return;
        location.State = fiber;
        Mark(fiber, location);
    }

    private static void Mark(Fiber fiber, Location location)
    {
        (fiber.Interrupts, fiber.IsInterrupted) = (location, true);
    }
}
