using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Stands in for what <see cref="ConditionalWeakTable{TKey, TValue}"/> does with a function: it looks, calls the function outside its lock, and
/// then adds what was made unless another was first.
/// </summary>
[Controls(typeof(ConditionalWeakTable<,>))]
internal static class ControlledConditionalWeakTable
{
    public static TValue GetValue<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table,
        TKey key,
        ConditionalWeakTable<TKey, TValue>.CreateValueCallback createValueCallback,
        int site
    )
        where TKey : class
        where TValue : class? =>
        IsExplored(table, createValueCallback)
            ? GetOrAdd(table, key, key => createValueCallback(key), site)
            : table.GetValue(key, createValueCallback);

    public static TValue GetOrAdd<TKey, TValue>(
        ConditionalWeakTable<TKey, TValue> table,
        TKey key,
        Func<TKey, TValue> valueFactory,
        int site
    )
        where TKey : class
        where TValue : class?
    {
        if (!IsExplored(table, valueFactory))
            return table.GetOrAdd(key, valueFactory);
        ControlledCollection.Step(table, OperationKind.Read, site);
        if (table.TryGetValue(key, out var there))
            return there;
        var made = valueFactory(key);
        ControlledCollection.Step(table, OperationKind.Write, site);
        return table.GetOrAdd(key, made);
    }

    public static TValue GetOrAdd<TKey, TValue, TArgument>(
        ConditionalWeakTable<TKey, TValue> table,
        TKey key,
        Func<TKey, TArgument, TValue> valueFactory,
        TArgument factoryArgument,
        int site
    )
        where TKey : class
        where TValue : class? =>
        IsExplored(table, valueFactory)
            ? GetOrAdd(table, key, key => valueFactory(key, factoryArgument), site)
            : table.GetOrAdd(key, valueFactory, factoryArgument);

    private static bool IsExplored(object? table, Delegate? factory) =>
        table is not null && factory is not null && SchedulingPoints.IsExplored(out _, out _);
}
