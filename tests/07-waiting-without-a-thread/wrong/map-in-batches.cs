// wrong: the next begin only when a whole batch has ended
// fails: When_one_has_ended_the_next_begins, Results_come_in_the_order_of_the_items, Of_several_failures_the_first_in_time_reaches_the_caller, A_cancellation_counts_even_if_those_under_way_end_well
// says: "Look at who takes the next order"

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
        var results = new List<TResult>();
        foreach (var batch in items.Chunk(limit))
        {
            stop.Token.ThrowIfCancellationRequested();
            results.AddRange(await Task.WhenAll(batch.Select(HandleAsync)));
        }
        return [.. results];

        async Task<TResult> HandleAsync(T item)
        {
            try
            {
                return await handle(item, stop.Token);
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }
}
