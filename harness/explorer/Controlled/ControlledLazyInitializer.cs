using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="LazyInitializer"/>: without a lock two threads may both make the value, and one of them is kept.</summary>
[Controls(typeof(LazyInitializer))]
internal static class ControlledLazyInitializer
{
    public static T EnsureInitialized<T>(ref T? target, int site)
        where T : class => EnsureInitialized(ref target, Activator.CreateInstance<T>, site);

    public static T EnsureInitialized<T>(ref T? target, Func<T> valueFactory, int site)
        where T : class
    {
        if (!SchedulingPoints.IsExplored(out _, out _))
            return LazyInitializer.EnsureInitialized(ref target, valueFactory);
        if (ControlledVolatile.Read(ref target, site) is { } there)
            return there;
        var value = Make(valueFactory);
        return ControlledInterlocked.CompareExchange(ref target, value, null, site) ?? value;
    }

    public static T EnsureInitialized<T>(
        ref T? target,
        ref object? syncLock,
        Func<T> valueFactory,
        int site
    )
        where T : class
    {
        if (!SchedulingPoints.IsExplored(out _, out _))
            return LazyInitializer.EnsureInitialized(ref target, ref syncLock, valueFactory);
        if (ControlledVolatile.Read(ref target, site) is { } there)
            return there;
        var gate = LockIn(ref syncLock, site);
        Monitors.TryEnter(gate, LocationKind.Monitor, Timeout.Infinite, site, out _);
        try
        {
            if (ControlledVolatile.Read(ref target, site) is { } made)
                return made;
            var value = Make(valueFactory);
            ControlledVolatile.Write(ref target, value, site);
            return value;
        }
        finally
        {
            Monitors.Exit(gate, LocationKind.Monitor, site);
        }
    }

    public static T EnsureInitialized<T>(
        ref T? target,
        ref bool initialized,
        ref object? syncLock,
        int site
    ) =>
        EnsureInitialized(
            ref target,
            ref initialized,
            ref syncLock,
            Activator.CreateInstance<T>,
            site
        );

    public static T EnsureInitialized<T>(
        ref T? target,
        ref bool initialized,
        ref object? syncLock,
        Func<T> valueFactory,
        int site
    )
    {
        if (!SchedulingPoints.IsExplored(out _, out _))
            return LazyInitializer.EnsureInitialized(
                ref target,
                ref initialized,
                ref syncLock,
                valueFactory
            );
        if (!ControlledVolatile.Read(ref initialized, site))
        {
            var gate = LockIn(ref syncLock, site);
            Monitors.TryEnter(gate, LocationKind.Monitor, Timeout.Infinite, site, out _);
            try
            {
                if (!ControlledVolatile.Read(ref initialized, site))
                {
                    var value = valueFactory();
                    References.Write(ref target, site);
                    target = value;
                    ControlledVolatile.Write(ref initialized, true, site);
                }
            }
            finally
            {
                Monitors.Exit(gate, LocationKind.Monitor, site);
            }
        }
        References.Read(ref target, site);
        return SchedulingPoints.Loaded(target)!;
    }

    private static T Make<T>(Func<T> valueFactory) =>
        valueFactory() ?? throw new InvalidOperationException("ValueFactory returned null.");

    private static object LockIn(ref object? syncLock, int site)
    {
        if (ControlledVolatile.Read(ref syncLock, site) is { } there)
            return there;
        var gate = new object();
        return ControlledInterlocked.CompareExchange(ref syncLock, gate, null, site) ?? gate;
    }
}
