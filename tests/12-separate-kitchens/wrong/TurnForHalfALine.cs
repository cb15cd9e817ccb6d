// wrong: the number and the line are written in two turns
// fails: Lines_written_at_the_same_time_stay_whole
// may fail: Every_line_begins_with_the_number_of_its_output_and_keeps_its_place_in_it, Ten_outputs_and_more_have_numbers_of_their_own
// says: "into the middle"
using System.Globalization;

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
        var answers = new string[questions.Count];
        var next = -1;
        var started = new List<WorkerProcess>();
        try
        {
            for (var i = 0; i < workers; i++)
                started.Add(WorkerProcess.Start(fileName, arguments));
            await Task.WhenAll(started.Select(Work));
            return answers;
        }
        finally
        {
            await Task.WhenAll(started.Select(worker => worker.DisposeAsync().AsTask()));
        }

        async Task Work(WorkerProcess worker)
        {
            for (
                var i = Interlocked.Increment(ref next);
                i < questions.Count;
                i = Interlocked.Increment(ref next)
            )
                answers[i] = await worker.AskAsync(questions[i]);
        }
    }

    public static async Task MergeLinesAsync(IReadOnlyList<TextReader> outputs, TextWriter to)
    {
        using var turn = new SemaphoreSlim(1, 1);
        await Task.WhenAll(outputs.Select((output, i) => Task.Run(() => Copy(output, i + 1))));

        async Task Copy(TextReader output, int number)
        {
            while (await output.ReadLineAsync() is { } line)
            {
                await turn.WaitAsync();
                await to.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{number}| "));
                turn.Release();
                await turn.WaitAsync();
                try
                {
                    await to.WriteLineAsync(line);
                }
                finally
                {
                    turn.Release();
                }
            }
        }
    }
}
