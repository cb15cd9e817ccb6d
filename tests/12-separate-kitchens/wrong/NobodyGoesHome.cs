// wrong: the workers are left behind when all is answered
// fails: Each_worker_answers_many_questions_and_none_is_left_behind, A_worker_that_dies_fails_the_map_and_none_is_left_behind, A_worker_that_cannot_be_started_leaves_none_behind
// says: "left behind"
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
            var last = -1;
            serving.AddRange(staff.Select(Serve));
            await foreach (var served in Task.WhenEach(serving))
                await served;
            return answers;

            async Task Serve(WorkerProcess worker)
            {
                while (Interlocked.Increment(ref last) is var i && i < questions.Count)
                    answers[i] = await worker.AskAsync(questions[i]);
            }
        }
        finally
        {
            staff.Clear();
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
