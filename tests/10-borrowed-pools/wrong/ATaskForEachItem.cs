// wrong: a task for each item, and each blocks a thread of the pool until it may begin
// fails: As_many_as_allowed_run_at_once_and_never_more, A_degree_of_one_is_one_at_a_time
// says: "start as many workers as may run"
namespace Katas.BorrowedPools;

public static class Mapping
{
    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        using var turn = new SemaphoreSlim(degree);
        var tasks = items
            .Select(item =>
                Task.Run(() =>
                {
                    turn.Wait();
                    try
                    {
                        return function(item);
                    }
                    finally
                    {
                        turn.Release();
                    }
                })
            )
            .ToArray();
        Task.WaitAll(tasks);
        return [.. tasks.Select(task => task.Result)];
    }
}
