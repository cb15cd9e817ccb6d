// wrong: the tasks are a sequence and not a list, so going through it again makes every request again
// fails: All_requests_are_under_way_at_once_and_block_no_thread
// says: "Select alone makes no list"
namespace Katas.BorrowedPools;

public static class Requests
{
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        var tasks = requests.Select(async request => await request());
        await Task.WhenAll(tasks);
        return await Task.WhenAll(tasks);
    }
}
