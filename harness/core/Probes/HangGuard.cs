using System.Runtime.ExceptionServices;

namespace Katas.Harness.Probes;

/// <summary>Runs what may never end and, when it does not, fails with a message that says so.</summary>
public static class HangGuard
{
    /// <summary>Runs a body on a background thread of its own, and waits for its end.</summary>
    /// <param name="body">What may never end. What it throws is thrown here.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <param name="describe">Called when the limit has run out: who holds what, and who waits for what.</param>
    /// <param name="limit">How long to wait; without it, a few seconds.</param>
    /// <exception cref="ProbeException">The body did not end. Its thread is left behind, and does not keep the process alive.</exception>
    public static void Run(
        Action body,
        string what,
        Func<string>? describe = null,
        TimeSpan? limit = null
    ) =>
        Run(
            () =>
            {
                body();
                return true;
            },
            what,
            describe,
            limit
        );

    /// <summary>As <see cref="Run(Action, string, Func{string}?, TimeSpan?)"/>, for a body with a result.</summary>
    /// <typeparam name="T">What the body makes.</typeparam>
    /// <param name="body">What may never end. What it throws is thrown here.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <param name="describe">Called when the limit has run out: who holds what, and who waits for what.</param>
    /// <param name="limit">How long to wait; without it, a few seconds.</param>
    /// <returns>What the body returned.</returns>
    /// <exception cref="ProbeException">The body did not end. Its thread is left behind, and does not keep the process alive.</exception>
    public static T Run<T>(
        Func<T> body,
        string what,
        Func<string>? describe = null,
        TimeSpan? limit = null
    )
    {
        var result = default(T)!;
        ExceptionDispatchInfo? failure = null;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                result = body();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
            finally
            {
                ended.SetResult();
            }
        })
        {
            IsBackground = true,
            Name = WatchedThread.Name,
        };
        thread.Start();
        Waiter.Block(ended.Task, limit, () => Missing(ended.Task, what, describe));
        failure?.Throw();
        return result;
    }

    /// <summary>Waits without a thread for a task, no longer than the limit.</summary>
    /// <param name="task">What may never complete. What it fails with is thrown here.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <param name="describe">Called when the limit has run out: who holds what, and who waits for what.</param>
    /// <param name="limit">How long to wait; without it, a few seconds.</param>
    /// <exception cref="ProbeException">The task did not complete.</exception>
    public static async Task Finish(
        Task task,
        string what,
        Func<string>? describe = null,
        TimeSpan? limit = null
    )
    {
        ArgumentNullException.ThrowIfNull(task);
        await Waiter.Await(task, limit, () => Missing(task, what, describe)).ConfigureAwait(false);
        await task.ConfigureAwait(false);
    }

    /// <summary>As <see cref="Finish(Task, string, Func{string}?, TimeSpan?)"/>, for a task with a result.</summary>
    /// <typeparam name="T">What the task makes.</typeparam>
    /// <param name="task">What may never complete. What it fails with is thrown here.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <param name="describe">Called when the limit has run out: who holds what, and who waits for what.</param>
    /// <param name="limit">How long to wait; without it, a few seconds.</param>
    /// <returns>The task's result.</returns>
    /// <exception cref="ProbeException">The task did not complete.</exception>
    public static async Task<T> Finish<T>(
        Task<T> task,
        string what,
        Func<string>? describe = null,
        TimeSpan? limit = null
    )
    {
        await Finish((Task)task, what, describe, limit).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    private static string? Missing(Task ended, string what, Func<string>? describe)
    {
        if (ended.IsCompleted)
            return null;
        var seen = describe?.Invoke() is { Length: > 0 } description ? $" Seen: {description}" : "";
        return $"{what}, and it has not ended.{seen} Look for a wait whose signal never comes, or for two that wait for each other.";
    }
}
