using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for the awaiter of a <see cref="ValueTask"/> that is configured, whose result may be asked for before it is there.</summary>
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
