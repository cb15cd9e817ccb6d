// wrong: the timer of the losing side is left running
// fails: No_timer_stays_behind_when_the_work_has_ended, The_exception_of_the_work_is_passed_on
// may fail: Work_that_gives_up_is_not_out_of_time
// says: "ten thousand timers"
using System.Runtime.CompilerServices;

namespace Katas.Futures;

public static class Future
{
    public static async IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        Task<T>[] all = [.. tasks];
        // One promise for each place in the order of completion: whoever is next takes the next place.
        Promise<Task<T>>[] places = [.. all.Select(_ => new Promise<Task<T>>())];
        var taken = -1;
        foreach (var task in all)
        {
            _ = task.ContinueWith(
                done => places[Interlocked.Increment(ref taken)].Set(done),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
        foreach (var place in places)
            yield return await place.Task.WaitAsync(cancellationToken);
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
        if (task.IsCompleted || await Task.WhenAny(task, Task.Delay(due, clock)) == task)
            return await task;
        _ = stop.CancelAsync();
        throw new TimeoutException();
    }

    private static void LookAtExceptionOf(Task task) =>
        _ = task.ContinueWith(
            failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
}
