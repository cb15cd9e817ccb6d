// wrong: each question waits for the answer to the one before
// fails: Answers_come_in_the_order_of_the_questions, Workers_really_work_at_the_same_time, Each_worker_answers_many_questions_and_none_is_left_behind, A_worker_that_dies_fails_the_map_and_none_is_left_behind
// says: "all answers"
namespace Katas.SeparateKitchens;

public static class Kitchens
{
    public static async Task<string[]> MapAsync(
        string fileName,
        IReadOnlyList<string> arguments,
        int workers,
        IReadOnlyList<string> questions
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var staff = new List<WorkerProcess>();
        var serving = new List<Task>();
        try
        {
            for (var i = 0; i < workers; i++)
                staff.Add(WorkerProcess.Start(fileName, arguments));
            var answers = new string[questions.Count];
            for (var i = 0; i < answers.Length; i++)
                answers[i] = await staff[i % workers].AskAsync(questions[i]);
            return answers;
        }
        finally
        {
            await Task.WhenAll(staff.Select(worker => worker.DisposeAsync().AsTask()));
            await Task.WhenAll(serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static Task MergeLinesAsync(IReadOnlyList<TextReader> outputs, TextWriter to)
    {
        var gate = new Lock();
        return Task.WhenAll(outputs.Select(Copy));

        async Task Copy(TextReader output, int index)
        {
            while (await output.ReadLineAsync() is { } line)
            {
                lock (gate)
                    to.WriteLine($"{index + 1}| {line}");
            }
        }
    }
}
