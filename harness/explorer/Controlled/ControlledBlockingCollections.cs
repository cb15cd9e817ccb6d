using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Stands in for what <see cref="BlockingCollection{T}"/> does with several collections. The real one is not one step: it looks at one after the
/// other, then waits for all of them at once, and what it has seen may be gone when it takes it.
/// </summary>
[Controls(typeof(BlockingCollection<>))]
internal static class ControlledBlockingCollections
{
    private const int None = -1;

    public static int AddToAny<T>(BlockingCollection<T>[] collections, T item, int site) =>
        TryAddToAny(collections, item, Timeout.Infinite, CancellationToken.None, site);

    public static int AddToAny<T>(
        BlockingCollection<T>[] collections,
        T item,
        CancellationToken cancellationToken,
        int site
    ) => TryAddToAny(collections, item, Timeout.Infinite, cancellationToken, site);

    public static int TryAddToAny<T>(BlockingCollection<T>[] collections, T item, int site) =>
        TryAddToAny(collections, item, 0, CancellationToken.None, site);

    public static int TryAddToAny<T>(
        BlockingCollection<T>[] collections,
        T item,
        TimeSpan timeout,
        int site
    ) => TryAddToAny(collections, item, Timeouts.Of(timeout), CancellationToken.None, site);

    public static int TryAddToAny<T>(
        BlockingCollection<T>[] collections,
        T item,
        int millisecondsTimeout,
        int site
    ) => TryAddToAny(collections, item, millisecondsTimeout, CancellationToken.None, site);

    public static int TryAddToAny<T>(
        BlockingCollection<T>[] collections,
        T item,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    )
    {
        if (!IsExplored(collections, millisecondsTimeout, out var execution, out var fiber))
            return BlockingCollection<T>.TryAddToAny(
                collections,
                item,
                millisecondsTimeout,
                cancellationToken
            );
        Observe(execution, fiber, collections, site);
        if (Array.Exists(collections, collection => collection.IsAddingCompleted))
            return BlockingCollection<T>.TryAddToAny(collections, item); // throws
        var unbounded = Array.FindIndex(collections, collection => collection.BoundedCapacity < 0);
        if (unbounded >= 0)
        {
            ControlledBlockingCollection.TryAdd(collections[unbounded], item, site);
            return unbounded;
        }
        while (true)
        {
            Wait(
                execution,
                fiber,
                collections,
                () => collections.Count(HasRoom) + collections.Count(IsCompleted),
                millisecondsTimeout,
                cancellationToken,
                "waits for room in any of",
                site
            );
            cancellationToken.ThrowIfCancellationRequested();
            if (Array.Exists(collections, IsCompleted))
                return BlockingCollection<T>.TryAddToAny(collections, item); // throws
            var first = Array.FindIndex(collections, HasRoom);
            if (first < 0)
                return None;
            if (ControlledBlockingCollection.TryAdd(collections[first], item, site))
                return first;
        }

        static bool IsCompleted(BlockingCollection<T> collection) => collection.IsAddingCompleted;
        static bool HasRoom(BlockingCollection<T> collection) =>
            collection.Count < collection.BoundedCapacity;
    }

    public static int TakeFromAny<T>(
        BlockingCollection<T>[] collections,
        [MaybeNull] out T item,
        int site
    ) => TakeFromAny(collections, out item, CancellationToken.None, site);

    public static int TakeFromAny<T>(
        BlockingCollection<T>[] collections,
        [MaybeNull] out T item,
        CancellationToken cancellationToken,
        int site
    )
    {
        if (!IsExplored(collections, Timeout.Infinite, out var execution, out var fiber))
            return BlockingCollection<T>.TakeFromAny(collections, out item, cancellationToken);
        var first = Take(
            execution,
            fiber,
            collections,
            out item,
            Timeout.Infinite,
            cancellationToken,
            site
        );
        return first == None
            ? BlockingCollection<T>.TakeFromAny(collections, out item, cancellationToken) // throws
            : first;
    }

    public static int TryTakeFromAny<T>(
        BlockingCollection<T>[] collections,
        [MaybeNull] out T item,
        int site
    ) => TryTakeFromAny(collections, out item, 0, CancellationToken.None, site);

    public static int TryTakeFromAny<T>(
        BlockingCollection<T>[] collections,
        [MaybeNull] out T item,
        TimeSpan timeout,
        int site
    ) => TryTakeFromAny(collections, out item, Timeouts.Of(timeout), CancellationToken.None, site);

    public static int TryTakeFromAny<T>(
        BlockingCollection<T>[] collections,
        [MaybeNull] out T item,
        int millisecondsTimeout,
        int site
    ) => TryTakeFromAny(collections, out item, millisecondsTimeout, CancellationToken.None, site);

    public static int TryTakeFromAny<T>(
        BlockingCollection<T>[] collections,
        [MaybeNull] out T item,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    ) =>
        IsExplored(collections, millisecondsTimeout, out var execution, out var fiber)
            ? Take(
                execution,
                fiber,
                collections,
                out item,
                millisecondsTimeout,
                cancellationToken,
                site
            )
            : BlockingCollection<T>.TryTakeFromAny(
                collections,
                out item,
                millisecondsTimeout,
                cancellationToken
            );

    private static int Take<T>(
        Execution execution,
        Fiber fiber,
        BlockingCollection<T>[] collections,
        [MaybeNull] out T item,
        int milliseconds,
        CancellationToken cancellationToken,
        int site
    )
    {
        var areDone = true;
        for (var i = 0; i < collections.Length; i++)
        {
            if (ControlledBlockingCollection.TryTake(collections[i], out item, site))
                return i;
            areDone &= collections[i].IsCompleted;
        }
        item = default;
        while (!areDone)
        {
            Wait(
                execution,
                fiber,
                collections,
                () =>
                    collections.Count(HasItem)
                    + (Array.TrueForAll(collections, IsCompleted) ? 1 : 0),
                milliseconds,
                cancellationToken,
                "waits for an item in any of",
                site
            );
            cancellationToken.ThrowIfCancellationRequested();
            areDone = Array.TrueForAll(collections, IsCompleted);
            var first = Array.FindIndex(collections, HasItem);
            if (first < 0)
                return None;
            if (ControlledBlockingCollection.TryTake(collections[first], out item, site))
                return first;
        }
        return None;

        static bool IsCompleted(BlockingCollection<T> collection) => collection.IsCompleted;
        static bool HasItem(BlockingCollection<T> collection) => collection.Count > 0;
    }

    /// <summary>Whether the explorer does the work; otherwise the real one does, or says what is wrong with the arguments.</summary>
    private static bool IsExplored<T>(
        BlockingCollection<T>[]? collections,
        int milliseconds,
        out Execution execution,
        out Fiber fiber
    )
    {
        const int Most = 63;
        return SchedulingPoints.IsExplored(out execution!, out fiber!)
            && milliseconds >= Timeout.Infinite
            && collections is { Length: > 0 and < Most }
            && Array.TrueForAll(collections, collection => collection is not null);
    }

    /// <summary>A step that looks at all of the collections.</summary>
    private static void Observe<T>(
        Execution execution,
        Fiber fiber,
        BlockingCollection<T>[] collections,
        int site
    )
    {
        var locations = Locations(execution, collections);
        execution.Step(
            fiber,
            new(
                OperationKind.Read,
                locations[0],
                site,
                null,
                "looks at",
                Also: [.. locations.Skip(1)]
            )
        );
    }

    /// <summary>Waits until there is a reason to go on, the token is cancelled or the time may be over, in one step on all of them.</summary>
    private static void Wait<T>(
        Execution execution,
        Fiber fiber,
        BlockingCollection<T>[] collections,
        Func<int> reasons,
        int milliseconds,
        CancellationToken cancellationToken,
        string what,
        int site
    )
    {
        var locations = Locations(execution, collections);
        if (cancellationToken.CanBeCanceled)
            locations.Add(Tasks.Location(execution));
        execution.Reach(
            fiber,
            new(
                OperationKind.Read,
                locations[0],
                site,
                milliseconds == Timeout.Infinite
                    ? new ReasonsGate(() =>
                        reasons() + (cancellationToken.IsCancellationRequested ? 1 : 0)
                    )
                    : null,
                what,
                Wait: WaitKind.Condition,
                Also: [.. locations.Skip(1)],
                Rest: ClosedGate.Instance
            )
        );
        execution.Commit(fiber, OperationKind.Read);
    }

    private static List<Location> Locations<T>(
        Execution execution,
        BlockingCollection<T>[] collections
    ) =>
        [
            .. collections
                .Distinct()
                .Select(collection => execution.Heap.Of(collection, LocationKind.Collection)),
        ];
}
