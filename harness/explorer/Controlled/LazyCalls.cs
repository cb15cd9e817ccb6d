using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Lazy{T}"/>, whose own lock would block a thread that has the turn.</summary>
[Controls(typeof(Lazy<>))]
internal static class LazyCalls
{
    public static T get_Value<T>(Lazy<T> lazy, int site)
    {
        if (lazy is null || !Points.IsExplored(out _, out _))
            return lazy!.Value;
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
        if (lazy is not null && Points.IsExplored(out var execution, out var fiber))
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
}
