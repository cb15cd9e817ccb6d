using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for what the compiler calls when an async method ends that returns a <see cref="ValueTask"/>.</summary>
[Controls(typeof(AsyncValueTaskMethodBuilder))]
internal static class ControlledValueBuilder
{
    public static void SetResult(ref AsyncValueTaskMethodBuilder builder, int site)
    {
        Tasks.EndAsyncMethod(site);
        builder.SetResult();
    }

    public static void SetException(
        ref AsyncValueTaskMethodBuilder builder,
        Exception exception,
        int site
    )
    {
        Tasks.EndAsyncMethod(site);
        builder.SetException(exception);
    }
}
