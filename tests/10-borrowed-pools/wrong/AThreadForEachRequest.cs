// wrong: a thread of its own for each request, which blocks until the answer is there
// fails: All_requests_are_under_way_at_once_and_block_no_thread
// says: "HandleAllAsync"
namespace Katas.BorrowedPools;

public static class Requests
{
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests) =>
        await Task.WhenAll(
            requests.Select(request =>
                Task.Factory.StartNew(
                    () => request().GetAwaiter().GetResult(),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
            )
        );
}
