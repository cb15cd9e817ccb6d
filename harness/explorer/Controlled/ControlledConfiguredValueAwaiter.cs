using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for the awaiter of <c>ValueTask.ConfigureAwait</c>. Its result may be requested before the task has ended.</summary>
[Controls(typeof(ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter))]
internal static class ControlledConfiguredValueAwaiter
{
    public static void GetResult(
        ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter,
        int site
    )
    {
        if (!awaiter.IsCompleted)
        {
            var waiting = awaiter;
            Tasks.Await(() => waiting.IsCompleted, "a task", site);
        }
        awaiter.GetResult();
    }
}
