// wrong: nobody can tell who said what
// fails: Every_line_begins_with_the_number_of_its_output_and_keeps_its_place_in_it, Half_a_line_waits_for_its_other_half, One_that_says_nothing_keeps_no_other_from_being_heard, A_last_line_without_an_end_counts, Blank_and_indented_lines_are_copied_as_they_are, Ten_outputs_and_more_have_numbers_of_their_own
// says: "Expected"
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
        var gate = new Lock();
        return Task.WhenAll(outputs.Select(Copy));

        async Task Copy(TextReader output, int index)
        {
            while (await output.ReadLineAsync() is { } line)
            {
                lock (gate)
                    to.WriteLine(line);
            }
        }
    }
}
