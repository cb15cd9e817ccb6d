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
        if (Find(local, out var fiber) is not { } values)
            return local.Value!;
        if (!values.All.TryGetValue(fiber, out var value))
            values.All[fiber] = value = values.Factory();
        return value;
    }

    public static void set_Value<T>(ThreadLocal<T> local, T value, int site)
    {
        if (Find(local, out var fiber) is { } values)
            values.All[fiber] = value;
        else
            local.Value = value;
    }

    public static bool get_IsValueCreated<T>(ThreadLocal<T> local, int site) =>
        Find(local, out var fiber)?.All.ContainsKey(fiber) ?? local.IsValueCreated;

    public static IList<T> get_Values<T>(ThreadLocal<T> local, int site)
    {
        if (Find(local, out _) is not { } values)
            return local.Values;
        // The real one throws if it does not keep them all.
        _ = local.Values;
        SchedulingPoints.ChangeObject(local, site);
        return [.. values.All.Values];
    }

    public static void Dispose<T>(ThreadLocal<T> local, int site) => local.Dispose();

    private static ThreadLocal<T> Model<T>(ThreadLocal<T> local, Func<T> factory)
    {
        if (SchedulingPoints.IsExplored(out _, out _))
            Of<T>.Values.Add(local, new Of<T>(factory));
        return local;
    }

    private static Of<T>? Find<T>(ThreadLocal<T> local, out Fiber fiber) =>
        SchedulingPoints.IsExplored(out _, out fiber)
        && local is not null
        && Of<T>.Values.TryGetValue(local, out var values)
            ? values
            : null;

    private sealed class Of<T>(Func<T> factory)
    {
        public static readonly ConditionalWeakTable<ThreadLocal<T>, Of<T>> Values = [];

        public Func<T> Factory { get; } = factory;

        public Dictionary<Fiber, T> All { get; } = [];
    }
}
