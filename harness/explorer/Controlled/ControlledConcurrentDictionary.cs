using System.Collections.Concurrent;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Stands in for what <see cref="ConcurrentDictionary{TKey, TValue}"/> does with a function: it looks, calls the function outside its lock, and
/// then changes itself, so that two threads may both have called it.
/// </summary>
[Controls(typeof(ConcurrentDictionary<,>))]
internal static class ControlledConcurrentDictionary
{
    public static TValue GetOrAdd<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary,
        TKey key,
        Func<TKey, TValue> valueFactory,
        int site
    )
        where TKey : notnull
    {
        if (!IsExplored(dictionary, valueFactory))
            return dictionary.GetOrAdd(key, valueFactory);
        if (TryGet(dictionary, key, site, out var there))
            return there!;
        var made = valueFactory(key);
        Change(dictionary, site);
        return dictionary.GetOrAdd(key, made);
    }

    public static TValue GetOrAdd<TKey, TValue, TArgument>(
        ConcurrentDictionary<TKey, TValue> dictionary,
        TKey key,
        Func<TKey, TArgument, TValue> valueFactory,
        TArgument factoryArgument,
        int site
    )
        where TKey : notnull =>
        IsExplored(dictionary, valueFactory)
            ? GetOrAdd(dictionary, key, key => valueFactory(key, factoryArgument), site)
            : dictionary.GetOrAdd(key, valueFactory, factoryArgument);

    public static TValue AddOrUpdate<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary,
        TKey key,
        Func<TKey, TValue> addValueFactory,
        Func<TKey, TValue, TValue> updateValueFactory,
        int site
    )
        where TKey : notnull
    {
        if (!IsExplored(dictionary, addValueFactory) || updateValueFactory is null)
            return dictionary.AddOrUpdate(key, addValueFactory, updateValueFactory!);
        while (true)
        {
            if (TryGet(dictionary, key, site, out var there))
            {
                var updated = updateValueFactory(key, there!);
                Change(dictionary, site);
                if (dictionary.TryUpdate(key, updated, there!))
                    return updated;
                continue;
            }
            var added = addValueFactory(key);
            Change(dictionary, site);
            if (dictionary.TryAdd(key, added))
                return added;
        }
    }

    public static TValue AddOrUpdate<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary,
        TKey key,
        TValue addValue,
        Func<TKey, TValue, TValue> updateValueFactory,
        int site
    )
        where TKey : notnull =>
        IsExplored(dictionary, updateValueFactory)
            ? AddOrUpdate(dictionary, key, _ => addValue, updateValueFactory, site)
            : dictionary.AddOrUpdate(key, addValue, updateValueFactory);

    public static TValue AddOrUpdate<TKey, TValue, TArgument>(
        ConcurrentDictionary<TKey, TValue> dictionary,
        TKey key,
        Func<TKey, TArgument, TValue> addValueFactory,
        Func<TKey, TValue, TArgument, TValue> updateValueFactory,
        TArgument factoryArgument,
        int site
    )
        where TKey : notnull =>
        IsExplored(dictionary, addValueFactory) && updateValueFactory is not null
            ? AddOrUpdate(
                dictionary,
                key,
                key => addValueFactory(key, factoryArgument),
                (key, there) => updateValueFactory(key, there, factoryArgument),
                site
            )
            : dictionary.AddOrUpdate(key, addValueFactory, updateValueFactory!, factoryArgument);

    private static bool IsExplored(object? dictionary, Delegate? factory) =>
        dictionary is not null && factory is not null && SchedulingPoints.IsExplored(out _, out _);

    private static bool TryGet<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary,
        TKey key,
        int site,
        out TValue? value
    )
        where TKey : notnull
    {
        ControlledCollection.Step(dictionary, OperationKind.Read, site);
        return dictionary.TryGetValue(key, out value);
    }

    private static void Change(object dictionary, int site) =>
        ControlledCollection.Step(dictionary, OperationKind.Write, site);
}
