using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for the awaiter of <c>ValueTask.ConfigureAwait</c>. Its result may be requested before the task has ended.</summary>
[Controls(typeof(ConfiguredValueTaskAwaitable<>.ConfiguredValueTaskAwaiter))]
internal static class ControlledConfiguredValueAwaiterOfT
{
    public static T GetResult<T>(
        ref ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter awaiter,
        int site
    )
    {
        if (!awaiter.IsCompleted)
        {
            var waiting = awaiter;
            Tasks.Await(() => waiting.IsCompleted, "a task", site);
        }
        return awaiter.GetResult();
    }
}
