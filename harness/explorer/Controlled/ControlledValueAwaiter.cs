using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for the awaiter of a <see cref="ValueTask"/>. Its result may be requested before the task has ended.</summary>
[Controls(typeof(ValueTaskAwaiter))]
internal static class ControlledValueAwaiter
{
    public static void GetResult(ref ValueTaskAwaiter awaiter, int site)
    {
        if (!awaiter.IsCompleted)
        {
            var waiting = awaiter;
            Tasks.Await(() => waiting.IsCompleted, "a task", site);
        }
        awaiter.GetResult();
    }
}
