using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Task{T}"/>.</summary>
[Controls(typeof(Task<>))]
internal static class TaskOfTCalls
{
    public static T get_Result<T>(Task<T> task, int site)
    {
        Tasks.Await(() => task.IsCompleted, "waits for a task", site);
        return task.Result;
    }

    public static TaskAwaiter<T> GetAwaiter<T>(Task<T> task, int site)
    {
        Tasks.Look("awaits a task", site);
        return task.GetAwaiter();
    }

    public static ConfiguredTaskAwaitable<T> ConfigureAwait<T>(
        Task<T> task,
        bool continueOnCapturedContext,
        int site
    )
    {
        Tasks.Look("awaits a task", site);
        return task.ConfigureAwait(continueOnCapturedContext || Points.IsExplored(out _, out _));
    }

    public static Task ContinueWith<T>(Task<T> task, Action<Task<T>> continuation, int site)
    {
        Tasks.Look("continues a task", site);
        return task.ContinueWith(continuation, TaskCalls.Scheduler);
    }

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, TNew> continuation,
        int site
    )
    {
        Tasks.Look("continues a task", site);
        return task.ContinueWith(continuation, TaskCalls.Scheduler);
    }
}
