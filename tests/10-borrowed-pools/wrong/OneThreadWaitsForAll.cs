// wrong: one thread of the pool blocks until all answers are there
// fails: All_requests_are_under_way_at_once_and_block_no_thread
// says: "at least one is blocked"
namespace Katas.BorrowedPools;

public static class Requests
{
    public static Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        var tasks = requests.Select(async request => await request()).ToArray();
        return Task.Run(() =>
        {
            Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
            return tasks.Select(task => task.GetAwaiter().GetResult()).ToArray();
        });
    }
}
