// wrong: the failure that came first is told, whatever its place
// fails: The_failure_that_is_told_is_the_first_in_the_order_of_the_requests, A_failure_before_the_first_await_is_told_in_the_order_of_the_requests
// says: "must not depend on which was quicker"
using System.Runtime.ExceptionServices;

namespace Katas.BorrowedPools;

public static class Requests
{
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        Exception? failure = null;
        var answers = await Task.WhenAll(
            requests.Select(async request =>
            {
                try
                {
                    return await request();
                }
                catch (Exception e)
                {
                    failure ??= e;
                    return 0;
                }
            })
        );
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return answers;
    }
}
