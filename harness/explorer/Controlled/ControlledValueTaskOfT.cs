using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="ValueTask{T}"/>.</summary>
[Controls(typeof(ValueTask<>))]
internal static class ControlledValueTaskOfT
{
    public static ValueTaskAwaiter<T> GetAwaiter<T>(ref ValueTask<T> task, int site)
    {
        Tasks.Observe("awaits a task", site);
        OneUse.Begin(ref task);
        Tasks.Configure(true);
        return task.GetAwaiter();
    }

    public static ConfiguredValueTaskAwaitable<T> ConfigureAwait<T>(
        ref ValueTask<T> task,
        bool continueOnCapturedContext,
        int site
    )
    {
        Tasks.Observe("awaits a task", site);
        OneUse.Begin(ref task);
        // Without any context the continuation would run on the thread pool, which is not controlled.
        return task.ConfigureAwait(Tasks.Configure(continueOnCapturedContext));
    }

    public static Task<T> AsTask<T>(ref ValueTask<T> task, int site)
    {
        Tasks.Observe("looks at a task", site);
        OneUse.Begin(ref task);
        return task.AsTask();
    }

    public static ValueTask<T> Preserve<T>(ref ValueTask<T> task, int site)
    {
        Tasks.Observe("looks at a task", site);
        OneUse.Begin(ref task);
        return task.Preserve();
    }

    public static bool get_IsCompleted<T>(ref ValueTask<T> task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsCompleted;
    }

    public static bool get_IsCompletedSuccessfully<T>(ref ValueTask<T> task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsCompletedSuccessfully;
    }

    public static T get_Result<T>(ref ValueTask<T> task, int site)
    {
        OneUse.Begin(ref task);
        var waiting = task;
        Tasks.Await(() => waiting.IsCompleted, "a task", site);
        return task.Result;
    }

    public static bool get_IsFaulted<T>(ref ValueTask<T> task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsFaulted;
    }

    public static bool get_IsCanceled<T>(ref ValueTask<T> task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsCanceled;
    }
}
