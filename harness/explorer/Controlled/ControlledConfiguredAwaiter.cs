using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for the awaiter of <c>ConfigureAwait</c>. Its result may be requested before the task has ended.</summary>
[Controls(typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter))]
internal static class ControlledConfiguredAwaiter
{
    public static void GetResult(
        ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter,
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
