// wrong: the lines go through a channel to a writer that nobody waits for, so the call ends before the last are written
// fails: The_end_comes_when_the_last_line_is_written
// may fail: Every_line_begins_with_the_number_of_its_output_and_keeps_its_place_in_it, Blank_and_indented_lines_are_copied_as_they_are, One_that_says_nothing_keeps_no_other_from_being_heard, A_last_line_without_an_end_counts, Half_a_line_waits_for_its_other_half, Ten_outputs_and_more_have_numbers_of_their_own, Any_number_that_say_nothing_keep_no_other_from_being_heard
// says: "who waits for the one who writes"
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
        var staff = new List<WorkerProcess>();
        var serving = new List<Task>();
        try
        {
            while (staff.Count < workers)
                staff.Add(WorkerProcess.Start(fileName, arguments));
            var answers = new string[questions.Count];
            var last = -1;
            serving.AddRange(staff.Select(Serve));
            // The first that fails ends the map: nobody wants the answers of the others any more.
            await foreach (var served in Task.WhenEach(serving))
                await served;
            return answers;

            async Task Serve(WorkerProcess worker)
            {
                // Whoever is free takes the next question; the answer goes where its question stood.
                while (Interlocked.Increment(ref last) is var i && i < questions.Count)
                    answers[i] = await worker.AskAsync(questions[i]);
            }
        }
        finally
        {
            await Task.WhenAll(staff.Select(worker => worker.DisposeAsync().AsTask()));
            // Whoever was stopped over a question has failed, too, and that is no news.
            await Task.WhenAll(serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static async Task MergeLinesAsync(IReadOnlyList<TextReader> outputs, TextWriter to)
    {
        var lines = System.Threading.Channels.Channel.CreateUnbounded<string>();
        _ = Task.Run(async () =>
        {
            await foreach (var line in lines.Reader.ReadAllAsync())
                await to.WriteLineAsync(line);
        });
        await Task.WhenAll(outputs.Select(Copy));
        lines.Writer.Complete();

        async Task Copy(TextReader output, int index)
        {
            while (await output.ReadLineAsync() is { } line)
                await lines.Writer.WriteAsync($"{index + 1}| {line}");
        }
    }
}
