// wrong: the second output is read when the first has ended
// fails: Half_a_line_waits_for_its_other_half, One_that_says_nothing_keeps_no_other_from_being_heard, Any_number_that_say_nothing_keep_no_other_from_being_heard
// says: "line"
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
            await Task.WhenAll(staff.Select(worker => worker.DisposeAsync().AsTask()));
            await Task.WhenAll(serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static Task MergeLinesAsync(IReadOnlyList<TextReader> outputs, TextWriter to)
    {
        return All();

        async Task All()
        {
            for (var i = 0; i < outputs.Count; i++)
            {
                while (await outputs[i].ReadLineAsync() is { } line)
                    await to.WriteLineAsync($"{i + 1}| {line}");
            }
        }
    }
}
