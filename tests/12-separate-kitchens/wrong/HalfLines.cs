// wrong: what has been read is passed on at once, whole line or not
// fails: Half_a_line_waits_for_its_other_half
// says: "half a line only"
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
            var letters = new char[256];
            var begins = true;
            while (await output.ReadAsync(letters.AsMemory()) is > 0 and var read)
            {
                lock (gate)
                {
                    foreach (var letter in letters.AsSpan(0, read))
                    {
                        if (begins)
                            to.Write($"{index + 1}| ");
                        to.Write(letter.ToString());
                        begins = letter == '\n';
                    }
                }
            }
            if (!begins)
                to.WriteLine();
        }
    }
}
