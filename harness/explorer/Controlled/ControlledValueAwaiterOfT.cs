using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for the awaiter of a <see cref="ValueTask"/>. Its result may be requested before the task has ended.</summary>
[Controls(typeof(ValueTaskAwaiter<>))]
internal static class ControlledValueAwaiterOfT
{
    public static T GetResult<T>(ref ValueTaskAwaiter<T> awaiter, int site)
    {
        if (!awaiter.IsCompleted)
        {
            var waiting = awaiter;
            Tasks.Await(() => waiting.IsCompleted, "a task", site);
        }
        return awaiter.GetResult();
    }
}
