using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for the awaiter of a <see cref="ValueTask"/> that is configured, whose result may be asked for before it is there.</summary>
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
