// wrong: the thread that asks is kept until a task completes
// fails: Nobody_is_blocked_meanwhile, Who_asks_can_stop_asking, Tasks_that_complete_while_nobody_asks_keep_their_order, Whoever_completes_a_task_waits_for_nobody
// may fail: Two_that_complete_at_the_same_moment_take_different_places, Nobody_asks_again_and_again_meanwhile, Who_asks_in_a_loop_can_stop_asking_too
// says: "gives the thread back"
using System.Runtime.CompilerServices;

namespace Katas.Futures;

public static class Future
{
    public static async IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Task.CompletedTask;
        var left = tasks.ToList();
        while (left.Count > 0)
        {
            var index = Task.WaitAny([.. left], CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            var done = left[index];
            left.RemoveAt(index);
            yield return done;
        }
    }

    public static async Task<T> WithTimeout<T>(
        Func<CancellationToken, Task<T>> work,
        TimeSpan due,
        TimeProvider clock
    )
    {
        var stop = new CancellationTokenSource();
        var task = work(stop.Token);
        LookAtExceptionOf(task);
        try
        {
            // WaitAsync takes its timer away again when the task is done first.
            return await task.WaitAsync(due, clock);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            // Nobody waits any more, so the work should know; its callbacks are not waited for either.
            _ = stop.CancelAsync();
            throw;
        }
    }

    private static void LookAtExceptionOf(Task task) =>
        _ = task.ContinueWith(
            failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
}
