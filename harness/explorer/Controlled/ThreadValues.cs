using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>What the program keeps for each of its threads: for each fiber, for several fibers run on one thread.</summary>
internal static class ThreadValues
{
    /// <summary>Where a fiber keeps a value; <see langword="null"/> when it has none yet.</summary>
    public static StrongBox<T>? Find<T>(Fiber fiber, object key) =>
        (StrongBox<T>?)fiber.Locals.GetValueOrDefault(key);

    /// <summary>Keeps a value for a fiber.</summary>
    public static StrongBox<T> Add<T>(Execution execution, Fiber fiber, object key, T value)
    {
        // The pool uses its threads again; here each of its jobs has its own.
        if (!fiber.HasOwnThread && execution.Fibers.Any(other => other != fiber && Left(other)))
            execution.LeaveOut(LeftOut.PoolThreads);
        var box = new StrongBox<T>(value);
        fiber.Locals[key] = box;
        return box;

        bool Left(Fiber other) => !other.HasOwnThread && other.Locals.ContainsKey(key);
    }

    /// <summary>The values of all fibers, in the order in which these were made.</summary>
    public static IEnumerable<T> All<T>(Execution execution, object key) =>
        execution
            .Fibers.Select(fiber => Find<T>(fiber, key))
            .OfType<StrongBox<T>>()
            .Select(box => box.Value!);
}
