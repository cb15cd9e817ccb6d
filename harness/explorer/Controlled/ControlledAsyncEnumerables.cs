using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskAsyncEnumerableExtensions"/>: without any context a loop would go on on the thread pool.</summary>
[Controls(typeof(TaskAsyncEnumerableExtensions))]
internal static class ControlledAsyncEnumerables
{
    public static ConfiguredCancelableAsyncEnumerable<T> ConfigureAwait<T>(
        IAsyncEnumerable<T> source,
        bool continueOnCapturedContext,
        int site
    ) => source.ConfigureAwait(Tasks.Configure(continueOnCapturedContext));

    public static ConfiguredAsyncDisposable ConfigureAwait(
        IAsyncDisposable source,
        bool continueOnCapturedContext,
        int site
    ) => source.ConfigureAwait(Tasks.Configure(continueOnCapturedContext));
}
