// wrong: a request that throws before its first await is told before those that failed later, whatever their order
// fails: A_failure_before_the_first_await_is_told_in_the_order_of_the_requests
// says: "which was quicker"

namespace Katas.BorrowedPools;

public static class Requests
{
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        var answers = new int[requests.Count];
        var started = new List<(int Place, Task<int> Task)>();
        Exception? refused = null;
        for (var i = 0; i < answers.Length; i++)
        {
            try
            {
                started.Add((i, requests[i]()));
            }
            catch (Exception e)
            {
                refused ??= e;
            }
        }
        foreach (var (_, task) in started)
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (refused is not null)
            throw refused;
        foreach (var (place, task) in started)
            answers[place] = await task;
        return answers;
    }
}
