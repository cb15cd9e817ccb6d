using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="ThreadLocal{T}"/>: a value for each fiber, for several fibers run on one thread.</summary>
[Controls(typeof(ThreadLocal<>))]
internal static class ControlledThreadLocal
{
    public static ThreadLocal<T> New<T>(int site) => Model(new ThreadLocal<T>(), () => default!);

    public static ThreadLocal<T> New<T>(bool trackAllValues, int site) =>
        Model(new ThreadLocal<T>(trackAllValues), () => default!);

    public static ThreadLocal<T> New<T>(Func<T> valueFactory, int site) =>
        Model(new ThreadLocal<T>(valueFactory), valueFactory);

    public static ThreadLocal<T> New<T>(Func<T> valueFactory, bool trackAllValues, int site) =>
        Model(new ThreadLocal<T>(valueFactory, trackAllValues), valueFactory);

    public static T get_Value<T>(ThreadLocal<T> local, int site)
    {
        if (Find(local, out var execution, out var fiber) is not { } factory)
            return local.Value!;
        if (ThreadValues.Find<T>(fiber, local) is { } known)
            return known.Value!;
        var value = factory();
        return (
            ThreadValues.Find<T>(fiber, local) is null
                ? ThreadValues.Add(execution, fiber, local, value)
                : throw new InvalidOperationException(
                    "The function that makes a thread's value has made it already."
                )
        ).Value!;
    }

    public static void set_Value<T>(ThreadLocal<T> local, T value, int site)
    {
        if (Find(local, out var execution, out var fiber) is null)
            local.Value = value;
        else if (ThreadValues.Find<T>(fiber, local) is { } known)
            known.Value = value;
        else
            ThreadValues.Add(execution, fiber, local, value);
    }

    public static bool get_IsValueCreated<T>(ThreadLocal<T> local, int site) =>
        Find(local, out _, out var fiber) is null
            ? local.IsValueCreated
            : ThreadValues.Find<T>(fiber, local) is not null;

    public static IList<T> get_Values<T>(ThreadLocal<T> local, int site)
    {
        if (Find(local, out var execution, out _) is null)
            return local.Values;
        // The real one throws if it does not keep them all.
        _ = local.Values;
        SchedulingPoints.ChangeObject(local, site);
        return [.. ThreadValues.All<T>(execution, local)];
    }

    public static void Dispose<T>(ThreadLocal<T> local, int site) => local.Dispose();

    // Also when nothing is explored: one in a static field is made before the first schedule.
    private static ThreadLocal<T> Model<T>(ThreadLocal<T> local, Func<T> factory)
    {
        Factories<T>.All.Add(local, factory);
        return local;
    }

    /// <summary>What makes the values; <see langword="null"/> when the caller is not explored.</summary>
    private static Func<T>? Find<T>(
        ThreadLocal<T> local,
        out Execution execution,
        out Fiber fiber
    ) =>
        SchedulingPoints.IsExplored(out execution, out fiber)
        && local is not null
        && Factories<T>.All.TryGetValue(local, out var factory)
            ? factory
            : null;

    private static class Factories<T>
    {
        public static readonly ConditionalWeakTable<ThreadLocal<T>, Func<T>> All = [];
    }
}
