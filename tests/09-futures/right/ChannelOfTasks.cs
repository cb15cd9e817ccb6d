// right: every task is put into a channel when it completes, by the pool
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Katas.Futures;

public static class Future
{
    public static async IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var completed = Channel.CreateUnbounded<Task<T>>();
        var count = 0;
        foreach (var task in tasks)
        {
            count++;
            _ = task.ContinueWith(done => completed.Writer.TryWrite(done), TaskScheduler.Default);
        }
        for (; count > 0; count--)
            yield return await completed.Reader.ReadAsync(cancellationToken);
    }

    public static async Task<T> WithTimeout<T>(
        Func<CancellationToken, Task<T>> work,
        TimeSpan due,
        TimeProvider clock
    )
    {
        var stop = new CancellationTokenSource();
        var task = work(stop.Token);
        _ = task.ContinueWith(
            failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default
        );
        try
        {
            return await task.WaitAsync(due, clock);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
