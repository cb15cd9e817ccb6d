// wrong: of several failures, the first in the list is thrown and not the first in time
// fails: Of_several_failures_the_first_in_time_reaches_the_caller
// says: "Order 1 failed first, and order 0 only when it was told to stop"

namespace Katas.WaitingWithoutAThread;

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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var burners = new SemaphoreSlim(limit);
        var results = await Task.WhenAll(items.Select(HandleAsync).ToList());
        cancellationToken.ThrowIfCancellationRequested();
        return results;

        async Task<TResult> HandleAsync(T item)
        {
            await burners.WaitAsync(stop.Token);
            try
            {
                stop.Token.ThrowIfCancellationRequested();
                return await handle(item, stop.Token);
            }
            catch
            {
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
