// wrong: the lock covers only the start of the asynchronous write; the next line may begin while the last one is still being written
// fails: Lines_written_at_the_same_time_stay_whole
// says: "so their letters mix"
namespace Katas.SeparateKitchens;

/// <summary>What several kitchens do together.</summary>
public static class Kitchens
{
    /// <summary>Kata 4. A small process pool.</summary>
    public static async Task<string[]> MapAsync(
        string fileName,
        IReadOnlyList<string> arguments,
        int workers,
        IReadOnlyList<string> questions
    )
    {
        var answers = new string[questions.Count];
        var next = -1;
        var pool = new List<WorkerProcess>(workers);
        try
        {
            for (var i = 0; i < workers; i++)
                pool.Add(WorkerProcess.Start(fileName, arguments));
            await Task.WhenAll(pool.Select(ServeAsync)).ConfigureAwait(false);
            return answers;
        }
        finally
        {
            await Task.WhenAll(pool.Select(worker => worker.DisposeAsync().AsTask()))
                .ConfigureAwait(false);
        }

        async Task ServeAsync(WorkerProcess worker)
        {
            int index;
            while ((index = Interlocked.Increment(ref next)) < answers.Length)
                answers[index] = await worker.AskAsync(questions[index]).ConfigureAwait(false);
        }
    }

    /// <summary>Kata 5. Copies the lines of several outputs to one.</summary>
    public static Task MergeLinesAsync(IReadOnlyList<TextReader> outputs, TextWriter to)
    {
        var gate = new Lock();
        return Task.WhenAll(outputs.Select((output, index) => CopyAsync(output, index + 1)));

        async Task CopyAsync(TextReader output, int number)
        {
            while (await output.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                // One writes at a time. No await inside of a lock: so it is awaited behind it.
                Task written;
                lock (gate)
                    written = to.WriteLineAsync($"{number}| {line}");
                await written.ConfigureAwait(false);
            }
        }
    }
}
