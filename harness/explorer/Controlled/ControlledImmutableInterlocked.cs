using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Stands in for <see cref="ImmutableInterlocked"/>: a volatile read, the program's function outside any step, and a compare-and-exchange; all over again
/// when another thread was quicker.
/// </summary>
[Controls(typeof(ImmutableInterlocked))]
internal static class ControlledImmutableInterlocked
{
    public static bool Update<T>(ref T location, Func<T, T> transformer, int site)
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Replace(ref location, transformer, site);
    }

    public static bool Update<T, TArg>(
        ref T location,
        Func<T, TArg, T> transformer,
        TArg transformerArgument,
        int site
    )
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Replace(ref location, old => transformer(old, transformerArgument), site);
    }

    public static bool Update<T>(
        ref ImmutableArray<T> location,
        Func<ImmutableArray<T>, ImmutableArray<T>> transformer,
        int site
    )
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Replace(ref ArrayIn(ref location), old => Items(transformer(Wrap(old))), site);
    }

    public static bool Update<T, TArg>(
        ref ImmutableArray<T> location,
        Func<ImmutableArray<T>, TArg, ImmutableArray<T>> transformer,
        TArg transformerArgument,
        int site
    )
    {
        ArgumentNullException.ThrowIfNull(transformer);
        return Replace(
            ref ArrayIn(ref location),
            old => Items(transformer(Wrap(old), transformerArgument)),
            site
        );
    }

    public static ImmutableArray<T> InterlockedExchange<T>(
        ref ImmutableArray<T> location,
        ImmutableArray<T> value,
        int site
    ) => Wrap(ControlledInterlocked.Exchange(ref ArrayIn(ref location), Items(value), site));

    public static ImmutableArray<T> InterlockedCompareExchange<T>(
        ref ImmutableArray<T> location,
        ImmutableArray<T> value,
        ImmutableArray<T> comparand,
        int site
    ) =>
        Wrap(
            ControlledInterlocked.CompareExchange(
                ref ArrayIn(ref location),
                Items(value),
                Items(comparand),
                site
            )
        );

    public static bool InterlockedInitialize<T>(
        ref ImmutableArray<T> location,
        ImmutableArray<T> value,
        int site
    ) => InterlockedCompareExchange(ref location, value, default, site).IsDefault;

    public static TValue GetOrAdd<TKey, TValue, TArg>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        Func<TKey, TArg, TValue> valueFactory,
        TArg factoryArgument,
        int site
    )
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return GetOrAdd(ref location, key, key => valueFactory(key, factoryArgument), site);
    }

    public static TValue GetOrAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        Func<TKey, TValue> valueFactory,
        int site
    )
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return ControlledVolatile.Read(ref location, site).TryGetValue(key, out var there)
            ? there
            : GetOrAdd(ref location, key, valueFactory(key), site);
    }

    public static TValue GetOrAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        TValue value,
        int site
    )
        where TKey : notnull
    {
        var result = value;
        Replace(
            ref location,
            old =>
            {
                var isThere = old.TryGetValue(key, out var there);
                result = isThere ? there! : value;
                return isThere ? old : old.Add(key, value);
            },
            site
        );
        return result;
    }

    public static TValue AddOrUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        Func<TKey, TValue> addValueFactory,
        Func<TKey, TValue, TValue> updateValueFactory,
        int site
    )
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(addValueFactory);
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        TValue result = default!;
        Replace(
            ref location,
            old =>
            {
                result = old.TryGetValue(key, out var there)
                    ? updateValueFactory(key, there)
                    : addValueFactory(key);
                return old.SetItem(key, result);
            },
            site
        );
        return result;
    }

    public static TValue AddOrUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        TValue addValue,
        Func<TKey, TValue, TValue> updateValueFactory,
        int site
    )
        where TKey : notnull =>
        AddOrUpdate(ref location, key, _ => addValue, updateValueFactory, site);

    public static bool TryAdd<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        TValue value,
        int site
    )
        where TKey : notnull =>
        Replace(ref location, old => old.ContainsKey(key) ? old : old.Add(key, value), site);

    public static bool TryUpdate<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        TValue newValue,
        TValue comparisonValue,
        int site
    )
        where TKey : notnull
    {
        var isSame = false;
        Replace(
            ref location,
            old =>
            {
                isSame =
                    old.TryGetValue(key, out var there)
                    && EqualityComparer<TValue>.Default.Equals(there, comparisonValue);
                return isSame ? old.SetItem(key, newValue) : old;
            },
            site
        );
        return isSame;
    }

    public static bool TryRemove<TKey, TValue>(
        ref ImmutableDictionary<TKey, TValue> location,
        TKey key,
        out TValue? value,
        int site
    )
        where TKey : notnull
    {
        TValue? removed = default;
        var isRemoved = Replace(
            ref location,
            old => old.TryGetValue(key, out removed) ? old.Remove(key) : old,
            site
        );
        value = removed;
        return isRemoved;
    }

    public static bool TryPop<T>(ref ImmutableStack<T> location, out T? value, int site)
    {
        T? popped = default;
        var isPopped = Replace(ref location, old => old.IsEmpty ? old : old.Pop(out popped), site);
        value = isPopped ? popped : default;
        return isPopped;
    }

    public static void Push<T>(ref ImmutableStack<T> location, T value, int site) =>
        Replace(ref location, old => old.Push(value), site);

    public static bool TryDequeue<T>(ref ImmutableQueue<T> location, out T? value, int site)
    {
        T? taken = default;
        var isTaken = Replace(
            ref location,
            old => old.IsEmpty ? old : old.Dequeue(out taken),
            site
        );
        value = isTaken ? taken : default;
        return isTaken;
    }

    public static void Enqueue<T>(ref ImmutableQueue<T> location, T value, int site) =>
        Replace(ref location, old => old.Enqueue(value), site);

    /// <summary>Whether another object has taken the place of the old one; not when the function returns the old one itself.</summary>
    private static bool Replace<T>(ref T location, Func<T, T> next, int site)
        where T : class?
    {
        var old = ControlledVolatile.Read(ref location, site);
        while (true)
        {
            var @new = next(old);
            if (ReferenceEquals(old, @new))
                return false;
            var seen = ControlledInterlocked.CompareExchange(ref location, @new, old, site);
            if (ReferenceEquals(seen, old))
                return true;
            old = seen;
        }
    }

    /// <summary>The one field of an immutable array.</summary>
    private static ref T[]? ArrayIn<T>(ref ImmutableArray<T> location) =>
        ref Unsafe.As<ImmutableArray<T>, T[]?>(ref location);

    private static ImmutableArray<T> Wrap<T>(T[]? items) =>
        ImmutableCollectionsMarshal.AsImmutableArray(items);

    private static T[]? Items<T>(ImmutableArray<T> array) =>
        ImmutableCollectionsMarshal.AsArray(array);
}
