using System.Globalization;
using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>One indivisible step on whatever a reference points to.</summary>
internal static class Atomic
{
    public static void Read<T>(ref readonly T address, int site, MemoryOrder order)
    {
        if (IsShared(in address, out var execution, out var fiber, out var location))
            execution.Step(fiber, new(OperationKind.Read, location, site, Order: order));
    }

    public static void Write<T>(ref T address, int site)
    {
        if (IsShared(in address, out var execution, out var fiber, out var location))
            execution.Step(
                fiber,
                new(OperationKind.Write, location, site, Order: MemoryOrder.Volatile)
            );
    }

    /// <summary>Reads and writes.</summary>
    public static void Change<T>(ref T address, int site, string what)
    {
        if (IsShared(in address, out var execution, out var fiber, out var location))
            execution.Step(
                fiber,
                new(OperationKind.Write, location, site, null, what, Order: MemoryOrder.Full)
            );
    }

    /// <summary>A full fence, which is a step only where memory is weaker than sequentially consistent.</summary>
    public static void Fence(int site)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return;
        if (execution is { Memory: not null, IsSingleThreaded: false })
            execution.Step(
                fiber,
                new(OperationKind.Write, null, site, null, "fence", Order: MemoryOrder.Full)
            );
        else
            fiber.Fences++;
    }

    /// <summary>An acquire fence. It changes what its fiber may see, and nothing for others: no step.</summary>
    public static void ReadBarrier()
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return;
        execution.Memory?.OrderReads(fiber);
        // The read of the next iteration of a loop stays behind it.
        fiber.Fences++;
    }

    /// <summary>A release fence, which is no step either.</summary>
    public static void WriteBarrier()
    {
        if (SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Memory?.OrderWrites(fiber);
    }

    /// <summary>A compare-and-exchange. When the comparison fails it is a read, which is known only when the fiber has the turn.</summary>
    public static void CompareExchange<T>(ref T address, T comparand, int site)
    {
        if (!IsShared(in address, out var execution, out var fiber, out var location))
            return;
        execution.Reach(
            fiber,
            new(
                OperationKind.Write,
                location,
                site,
                null,
                "compares and exchanges",
                Order: MemoryOrder.Full
            )
        );
        var isSame = IsSame(address, comparand);
        if (execution.Recorder is not null)
            fiber.Pending = Describe(fiber.Pending, comparand, isSame);
        execution.Commit(fiber, isSame ? OperationKind.Write : OperationKind.Read);
    }

    private static Operation Describe<T>(in Operation operation, T comparand, bool isSame)
    {
        var expected =
            !RuntimeHelpers.IsReferenceOrContainsReferences<T>()
                ? Convert.ToString(comparand, CultureInfo.InvariantCulture)
            : comparand is null ? "null"
            : isSame ? "that object"
            : "another object";
        return isSame
            ? operation with
            {
                Result = $"expected {expected}",
            }
            : operation with
            {
                What = $"compares (expected {expected})",
            };
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
