using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>One indivisible step on whatever a reference points to.</summary>
internal static class Atomic
{
    public static void Read<T>(ref readonly T address, int site)
    {
        if (IsShared(in address, out var execution, out var fiber, out var location))
            execution.Step(fiber, new(OperationKind.Read, location, site));
    }

    public static void Write<T>(ref T address, int site, string? what = null)
    {
        if (IsShared(in address, out var execution, out var fiber, out var location))
            execution.Step(fiber, new(OperationKind.Write, location, site, null, what));
    }

    /// <summary>A compare-and-exchange. When the comparison fails it is a read, which is known only when the fiber has the turn.</summary>
    public static void CompareExchange<T>(ref T address, T comparand, int site)
    {
        if (!IsShared(in address, out var execution, out var fiber, out var location))
            return;
        execution.Reach(
            fiber,
            new(OperationKind.Write, location, site, null, "compares and exchanges")
        );
        execution.Commit(
            fiber,
            IsSame(address, comparand) ? OperationKind.Write : OperationKind.Read
        );
    }

    // References are compared as references, and numbers bit by bit, as the processor does it.
    private static bool IsSame<T>(T current, T comparand) =>
        RuntimeHelpers.IsReferenceOrContainsReferences<T>()
            ? ReferenceEquals(current, comparand)
            : EqualityComparer<T>.Default.Equals(current, comparand);

    private static bool IsShared<T>(
        ref readonly T address,
        out Execution execution,
        out Fiber fiber,
        out Location location
    )
    {
        location = null!;
        if (!SchedulingPoints.IsExplored(out execution, out fiber))
            return false;
        var found = execution.Heap.At(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in address)));
        location = found!;
        return found is not null;
    }
}
