// wrong: the failure is told as soon as it is met, while other requests are still under way
// fails: A_failed_request_keeps_no_other_from_being_finished, A_request_that_was_cancelled_is_no_answer
// says: "One request has failed and one is still under way"
namespace Katas.BorrowedPools;

public static class Requests
{
    public static async Task<int[]> HandleAllAsync(IReadOnlyList<Func<Task<int>>> requests)
    {
        var tasks = requests.Select(async request => await request()).ToArray();
        var answers = new int[tasks.Length];
        for (var i = 0; i < tasks.Length; i++)
            answers[i] = await tasks[i];
        return answers;
    }
}
