// wrong: the innermost exception is told in the place of the one that was thrown
// fails: The_failure_that_is_told_is_the_very_exception
// says: "Look for what takes it apart"

namespace Katas.BorrowedPools;

/// <summary>Waiting for many answers at once.</summary>
public static class Requests
{
    /// <summary>
    /// Kata 3. Handles all requests at once, and returns their answers in the order of the requests.
    /// </summary>
    /// <remarks>
    /// A request spends its time waiting: for a database, a disk, another shop. So all of them are started at once, and no thread is blocked while they wait: a blocked thread of the
    /// pool is one that nobody else can borrow. A request that fails, even before its first await, does not keep the others from being started and
    /// finished.
    /// </remarks>
    /// <param name="requests">What to do for each; each is called once.</param>
    /// <returns>The answers. When requests fail, all others are finished first; then the task fails with what the first of them, in the order of the requests, failed with.</returns>
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        try
        {
            return await Task.WhenAll(requests.Select(async request => await request()));
        }
        catch (Exception failure)
        {
            throw failure.GetBaseException(); // the real reason
        }
    }
}
