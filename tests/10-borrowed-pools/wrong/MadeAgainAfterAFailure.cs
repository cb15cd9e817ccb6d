// wrong: whoever looks for the failure goes through a lazy sequence again, and makes the requests again
// fails: Each_request_is_made_once_also_when_one_fails
// may fail: The_failure_that_is_told_is_the_first_in_the_order_of_the_requests, A_failed_request_keeps_no_other_from_being_finished, A_request_that_fails_at_once_keeps_no_other_from_being_started
// says: "cooked twice"
namespace Katas.BorrowedPools;

public static class Requests
{
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        var tasks = requests.Select(async request => await request());
        try
        {
            return await Task.WhenAll(tasks);
        }
        catch (Exception)
        {
            foreach (var task in tasks)
                await task;
            throw;
        }
    }
}
