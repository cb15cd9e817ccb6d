using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="ValueTask"/>.</summary>
[Controls(typeof(ValueTask))]
internal static class ControlledValueTask
{
    public static ValueTaskAwaiter GetAwaiter(ref ValueTask task, int site)
    {
        Tasks.Observe("awaits a task", site);
        OneUse.Begin(ref task);
        Tasks.Configure(true);
        return task.GetAwaiter();
    }

    public static ConfiguredValueTaskAwaitable ConfigureAwait(
        ref ValueTask task,
        bool continueOnCapturedContext,
        int site
    )
    {
        Tasks.Observe("awaits a task", site);
        OneUse.Begin(ref task);
        // Without any context the continuation would run on the thread pool, which is not controlled.
        return task.ConfigureAwait(Tasks.Configure(continueOnCapturedContext));
    }

    public static Task AsTask(ref ValueTask task, int site)
    {
        Tasks.Observe("looks at a task", site);
        OneUse.Begin(ref task);
        return task.AsTask();
    }

    public static ValueTask Preserve(ref ValueTask task, int site)
    {
        Tasks.Observe("looks at a task", site);
        OneUse.Begin(ref task);
        return task.Preserve();
    }

    public static bool get_IsCompleted(ref ValueTask task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsCompleted;
    }

    public static bool get_IsCompletedSuccessfully(ref ValueTask task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsCompletedSuccessfully;
    }

    public static bool get_IsFaulted(ref ValueTask task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsFaulted;
    }

    public static bool get_IsCanceled(ref ValueTask task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsCanceled;
    }
}
