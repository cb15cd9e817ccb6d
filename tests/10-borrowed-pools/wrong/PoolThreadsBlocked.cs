// wrong: every request blocks a thread until its answer is there; a pool of two is starved by two
// fails: Two_threads_are_enough_for_any_number_of_requests, All_requests_are_under_way_at_once_and_block_no_thread
// says: "Every slot is held by a task that blocks until a queued one has run"
namespace Katas.BorrowedPools;

public static class Requests
{
    public static Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        return Task.WhenAll(
            requests.Select(request =>
                Task.Factory.StartNew(() => request().GetAwaiter().GetResult())
            )
        );
    }
}
