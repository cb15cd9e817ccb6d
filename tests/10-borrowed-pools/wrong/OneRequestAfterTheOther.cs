// wrong: the next request is started when the one before is answered
// fails: All_requests_are_under_way_at_once_and_block_no_thread, A_failed_request_keeps_no_other_from_being_finished, A_request_that_fails_at_once_keeps_no_other_from_being_started, A_request_that_was_cancelled_is_no_answer, Each_request_is_made_once_also_when_one_fails
// says: "500 at once to be inside"
namespace Katas.BorrowedPools;

public static class Requests
{
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        var answers = new List<int>();
        foreach (var request in requests)
            answers.Add(await request());
        return answers.ToArray();
    }
}
