using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskAwaiter"/>. Its result may be requested before the task has ended.</summary>
[Controls(typeof(TaskAwaiter))]
internal static class ControlledAwaiter
{
    public static void GetResult(ref TaskAwaiter awaiter, int site)
    {
        if (!awaiter.IsCompleted)
        {
            var waiting = awaiter;
            Tasks.Await(() => waiting.IsCompleted, "a task", site);
        }
        awaiter.GetResult();
    }
}
