namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="LazyInitializer"/> without a lock: it may make more than one value, and keeps the first.</summary>
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
        var value =
            valueFactory() ?? throw new InvalidOperationException("ValueFactory returned null.");
        return ControlledInterlocked.CompareExchange(ref target, value, null, site) ?? value;
    }
}
