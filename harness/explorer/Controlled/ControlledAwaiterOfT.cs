using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskAwaiter{T}"/>. Its result may be requested before the task has ended.</summary>
[Controls(typeof(TaskAwaiter<>))]
internal static class ControlledAwaiterOfT
{
    public static T GetResult<T>(ref TaskAwaiter<T> awaiter, int site)
    {
        if (!awaiter.IsCompleted)
        {
            var waiting = awaiter;
            Tasks.Await(() => waiting.IsCompleted, "a task", site);
        }
        return awaiter.GetResult();
    }
}
