// right: a semaphore keeps the limit, a promise takes the first success, and a thread of its own computes

using System.Runtime.ExceptionServices;

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        var boiling = kitchen.BoilWaterAsync(cancellationToken);
        try
        {
            await kitchen.PrepareAsync(cancellationToken);
        }
        finally
        {
            await boiling;
        }
        await kitchen.CookNoodlesAsync(cancellationToken);
        var bowl = await kitchen.ServeAsync(cancellationToken);
        return bowl;
    }
}

public static class Orders
{
    public static async Task<TResult[]> MapAsync<T, TResult>(
        IReadOnlyList<T> items,
        int limit,
        Func<T, CancellationToken, Task<TResult>> handle,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        using var burners = new SemaphoreSlim(limit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Exception? first = null;
        try
        {
            var results = await Task.WhenAll(items.Select(HandleAsync).ToList());
            cancellationToken.ThrowIfCancellationRequested();
            return results;
        }
        catch when (first is not null)
        {
            ExceptionDispatchInfo.Throw(first);
            throw;
        }

        async Task<TResult> HandleAsync(T item)
        {
            await burners.WaitAsync(stop.Token);
            try
            {
                // The semaphore may let one in that was cancelled at the same moment.
                stop.Token.ThrowIfCancellationRequested();
                return await handle(item, stop.Token);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref first, e, null);
                await stop.CancelAsync();
                throw;
            }
            finally
            {
                burners.Release();
            }
        }
    }
}

public static class Suppliers
{
    public static async Task<T> FirstSuccessAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> attempts,
        CancellationToken cancellationToken
    )
    {
        if (attempts.Count == 0)
            throw new ArgumentException("There is nobody to ask.", nameof(attempts));
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var failures = new Exception[attempts.Count];
        var left = attempts.Count;
        for (var i = 0; i < attempts.Count; i++)
            _ = TryAsync(i);
        try
        {
            return await first.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            stop.Cancel();
        }

        async Task TryAsync(int i)
        {
            try
            {
                first.TrySetResult(await attempts[i](stop.Token));
            }
            catch (Exception e)
            {
                failures[i] = e;
                if (Interlocked.Decrement(ref left) == 0)
                    first.TrySetException(new AggregateException(failures));
            }
        }
    }
}

public static class Jobs
{
    public static Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        if (job is AskJob<T> asks)
            return asks.Ask(cancellationToken);
        var result = new TaskCompletionSource<T>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        var thread = new Thread(() =>
        {
            try
            {
                result.SetResult(((ComputeJob<T>)job).Compute(cancellationToken));
            }
            catch (OperationCanceledException e)
            {
                result.SetCanceled(e.CancellationToken);
            }
            catch (Exception e)
            {
                result.SetException(e);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        return result.Task;
    }
}
