// wrong: answers stand in the order in which they came, and failed ones are left out
// fails: Answers_come_in_the_order_of_the_requests, A_failed_request_keeps_no_other_from_being_finished, A_request_that_fails_at_once_keeps_no_other_from_being_started, A_request_that_was_cancelled_is_no_answer, The_failure_that_is_told_is_the_first_in_the_order_of_the_requests, Each_request_is_made_once_also_when_one_fails, A_failure_before_the_first_await_is_told_in_the_order_of_the_requests, The_failure_that_is_told_is_the_very_exception
// says: "Each answer must stand where its request stands"
namespace Katas.BorrowedPools;

public static class Requests
{
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        var answers = new List<int>();
        await foreach (var done in Task.WhenEach(requests.Select(async request => await request())))
        {
            if (done.IsCompletedSuccessfully)
                answers.Add(done.Result);
        }
        return answers.ToArray();
    }
}
