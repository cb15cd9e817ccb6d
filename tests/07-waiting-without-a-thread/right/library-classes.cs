// right: Parallel.ForEachAsync keeps the limit, WhenAny picks the first, and a dedicated thread computes

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
                kitchen.PrepareAsync(cancellationToken),
                kitchen.BoilWaterAsync(cancellationToken)
            )
            .ConfigureAwait(false);
        await kitchen.CookNoodlesAsync(cancellationToken).ConfigureAwait(false);
        return await kitchen.ServeAsync(cancellationToken).ConfigureAwait(false);
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
        var results = new TResult[items.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = limit,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(
            0,
            items.Count,
            options,
            async (i, stop) => results[i] = await handle(items[i], stop)
        );
        return results;
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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var all = attempts.Select(attempt => StartAsync(attempt, stop.Token)).ToArray();
            var left = all.ToList();
            while (left.Count > 0)
            {
                var ended = await Task.WhenAny(left).WaitAsync(cancellationToken);
                if (ended.IsCompletedSuccessfully)
                    return ended.Result;
                left.Remove(ended);
            }
            throw new AggregateException(
                all.Select(task =>
                    task.Exception?.InnerException ?? new TaskCanceledException(task)
                )
            );
        }
        finally
        {
            stop.Cancel();
        }
    }

    private static async Task<T> StartAsync<T>(
        Func<CancellationToken, Task<T>> attempt,
        CancellationToken stop
    ) => await attempt(stop);
}

public static class Jobs
{
    public static async Task<T> RunAsync<T>(Job<T> job, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return job is AskJob<T> asks
            ? await asks.Ask(cancellationToken)
            : await Task.Factory.StartNew(
                () => ((ComputeJob<T>)job).Compute(cancellationToken),
                cancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
    }
}
