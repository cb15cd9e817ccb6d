using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Lazy{T}"/>, whose own lock would block the only thread that runs.</summary>
[Controls(typeof(Lazy<>))]
internal static class ControlledLazy
{
    // Those in a mode other than ExecutionAndPublication, the only one with a lock.
    private static readonly ConditionalWeakTable<object, object> WithoutLock = [];

    public static Lazy<T> New<T>(Func<T> valueFactory, bool isThreadSafe, int site) =>
        New(
            valueFactory,
            isThreadSafe ? LazyThreadSafetyMode.ExecutionAndPublication : LazyThreadSafetyMode.None,
            site
        );

    public static Lazy<T> New<T>(Func<T> valueFactory, LazyThreadSafetyMode mode, int site)
    {
        if (
            valueFactory is null
            || mode == LazyThreadSafetyMode.ExecutionAndPublication
            || !SchedulingPoints.IsExplored(out _, out _)
        )
            return new Lazy<T>(valueFactory!, mode);
        Lazy<T> lazy = null!;
        lazy = new Lazy<T>(
            () =>
            {
                var value = valueFactory();
                // Other threads may run between making a value and publishing it.
                Step(lazy, site, "publishes the value of");
                return value;
            },
            mode
        );
        WithoutLock.Add(lazy, lazy);
        return lazy;
    }

    /// <summary>The function that a class of the program gives the constructor of its base.</summary>
    public static Func<T> FactoryOf<T>(Lazy<T> lazy, Func<T> valueFactory, int site) =>
        valueFactory is null || !SchedulingPoints.IsExplored(out _, out _)
            ? valueFactory!
            : () =>
            {
                var value = valueFactory();
                if (!HasLock(lazy))
                    Step(lazy, site, "publishes the value of");
                return value;
            };

    public static T get_Value<T>(Lazy<T> lazy, int site)
    {
        if (lazy is null || !SchedulingPoints.IsExplored(out _, out _))
            return lazy!.Value;
        if (!HasLock(lazy))
        {
            Step(lazy, site, "looks into");
            return lazy.Value;
        }
        if (!Monitors.TryEnter(lazy, LocationKind.Lazy, Timeout.Infinite, site, out _))
            return lazy.Value;
        try
        {
            return lazy.Value;
        }
        finally
        {
            Monitors.Exit(lazy, LocationKind.Lazy, site);
        }
    }

    public static bool get_IsValueCreated<T>(Lazy<T> lazy, int site)
    {
        if (lazy is not null && SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Step(
                fiber,
                new(
                    OperationKind.Read,
                    execution.Heap.Of(lazy, LocationKind.Lazy),
                    site,
                    null,
                    "looks into"
                )
            );
        return lazy!.IsValueCreated;
    }

    private static bool HasLock<T>(Lazy<T> lazy) =>
        lazy.GetType() == typeof(Lazy<T>)
            ? !WithoutLock.TryGetValue(lazy, out _)
            : Mode<T>.Of(lazy) == LazyThreadSafetyMode.ExecutionAndPublication;

    // Of a class of the program, which has called the constructor itself; none once there is a value.
    private static class Mode<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Mode")]
        public static extern LazyThreadSafetyMode? Of(Lazy<T> lazy);
    }

    /// <summary>A step before the value is made or published; a read when it exists already.</summary>
    private static void Step<T>(Lazy<T> lazy, int site, string what)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return;
        var location = execution.Heap.Of(lazy, LocationKind.Lazy);
        execution.Reach(fiber, new(OperationKind.Write, location, site, null, what));
        execution.Commit(fiber, lazy.IsValueCreated ? OperationKind.Read : OperationKind.Write);
    }
}
