using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="BlockingCollection{T}"/>: a fiber is let through only when the real call would not block.</summary>
[Controls(typeof(BlockingCollection<>))]
internal static class ControlledBlockingCollection
{
    public static void Add<T>(BlockingCollection<T> collection, T item, int site) =>
        Add(collection, item, CancellationToken.None, site);

    public static void Add<T>(
        BlockingCollection<T> collection,
        T item,
        CancellationToken cancellationToken,
        int site
    )
    {
        WaitForRoom(collection, Timeout.Infinite, cancellationToken, site);
        collection.Add(item, cancellationToken);
    }

    public static bool TryAdd<T>(BlockingCollection<T> collection, T item, int site) =>
        TryAdd(collection, item, 0, CancellationToken.None, site);

    public static bool TryAdd<T>(
        BlockingCollection<T> collection,
        T item,
        TimeSpan timeout,
        int site
    ) => TryAdd(collection, item, Timeouts.Of(timeout), CancellationToken.None, site);

    public static bool TryAdd<T>(
        BlockingCollection<T> collection,
        T item,
        int millisecondsTimeout,
        int site
    ) => TryAdd(collection, item, millisecondsTimeout, CancellationToken.None, site);

    public static bool TryAdd<T>(
        BlockingCollection<T> collection,
        T item,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    ) =>
        collection.TryAdd(
            item,
            WaitForRoom(collection, millisecondsTimeout, cancellationToken, site)
                ? 0
                : millisecondsTimeout,
            cancellationToken
        );

    public static T Take<T>(BlockingCollection<T> collection, int site) =>
        Take(collection, CancellationToken.None, site);

    public static T Take<T>(
        BlockingCollection<T> collection,
        CancellationToken cancellationToken,
        int site
    )
    {
        WaitForItem(collection, Timeout.Infinite, cancellationToken, site);
        return collection.Take(cancellationToken);
    }

    public static bool TryTake<T>(
        BlockingCollection<T> collection,
        [MaybeNullWhen(false)] out T item,
        int site
    ) => TryTake(collection, out item, 0, CancellationToken.None, site);

    public static bool TryTake<T>(
        BlockingCollection<T> collection,
        [MaybeNullWhen(false)] out T item,
        TimeSpan timeout,
        int site
    ) => TryTake(collection, out item, Timeouts.Of(timeout), CancellationToken.None, site);

    public static bool TryTake<T>(
        BlockingCollection<T> collection,
        [MaybeNullWhen(false)] out T item,
        int millisecondsTimeout,
        int site
    ) => TryTake(collection, out item, millisecondsTimeout, CancellationToken.None, site);

    public static bool TryTake<T>(
        BlockingCollection<T> collection,
        [MaybeNullWhen(false)] out T item,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    ) =>
        collection.TryTake(
            out item,
            WaitForItem(collection, millisecondsTimeout, cancellationToken, site)
                ? 0
                : millisecondsTimeout,
            cancellationToken
        );

    public static void Dispose<T>(BlockingCollection<T> collection, int site) =>
        Disposal.Of(collection, site);

    public static void CompleteAdding<T>(BlockingCollection<T> collection, int site)
    {
        Primitive.Change(collection, LocationKind.Collection, "completes", site);
        collection.CompleteAdding();
    }

    public static bool get_IsAddingCompleted<T>(BlockingCollection<T> collection, int site)
    {
        Primitive.Observe(collection, LocationKind.Collection, site);
        return collection.IsAddingCompleted;
    }

    public static bool get_IsCompleted<T>(BlockingCollection<T> collection, int site)
    {
        Primitive.Observe(collection, LocationKind.Collection, site);
        return collection.IsCompleted;
    }

    public static IEnumerable<T> GetConsumingEnumerable<T>(
        BlockingCollection<T> collection,
        int site
    ) => GetConsumingEnumerable(collection, CancellationToken.None, site);

    public static IEnumerable<T> GetConsumingEnumerable<T>(
        BlockingCollection<T> collection,
        CancellationToken cancellationToken,
        int site
    )
    {
        return SchedulingPoints.IsExplored(out _, out _)
            ? Consume()
            : collection.GetConsumingEnumerable(cancellationToken);

        IEnumerable<T> Consume()
        {
            while (TryTake(collection, out var item, Timeout.Infinite, cancellationToken, site))
                yield return item;
        }
    }

    private static bool WaitForItem<T>(
        BlockingCollection<T> collection,
        int milliseconds,
        CancellationToken cancellationToken,
        int site
    ) =>
        Wait(
            collection,
            () => collection.Count > 0 || collection.IsAddingCompleted,
            milliseconds,
            cancellationToken,
            "takes from",
            site
        );

    private static bool WaitForRoom<T>(
        BlockingCollection<T> collection,
        int milliseconds,
        CancellationToken cancellationToken,
        int site
    ) =>
        Wait(
            collection,
            () =>
                collection.BoundedCapacity < 0
                || collection.Count < collection.BoundedCapacity
                || collection.IsAddingCompleted,
            milliseconds,
            cancellationToken,
            "adds to",
            site
        );

    /// <summary>Waits until the real call would not block; <see langword="false"/> when the caller is not explored.</summary>
    private static bool Wait<T>(
        BlockingCollection<T> collection,
        Func<bool> isOpen,
        int milliseconds,
        CancellationToken cancellationToken,
        string what,
        int site
    )
    {
        Timeouts.Validate(milliseconds);
        Tasks.ThrowIfCancelled(cancellationToken, site);
        if (
            !Primitive.Wait(
                collection,
                LocationKind.Collection,
                () =>
                    IsDisposed(collection) || cancellationToken.IsCancellationRequested || isOpen(),
                milliseconds,
                what,
                site
            )
        )
            return false;
        Tasks.ThrowIfCancelled(cancellationToken, site);
        return true;
    }

    private static bool IsDisposed<T>(BlockingCollection<T> collection)
    {
        try
        {
            _ = collection.IsAddingCompleted;
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }
}
