// wrong: a request that throws before it has a task stops the starting of those after it
// fails: A_request_that_fails_at_once_keeps_no_other_from_being_started, A_failure_before_the_first_await_is_told_in_the_order_of_the_requests
// says: "was to be started all the same"
namespace Katas.BorrowedPools;

public static class Requests
{
    public static Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        return Task.WhenAll(requests.Select(request => request()));
    }
}
