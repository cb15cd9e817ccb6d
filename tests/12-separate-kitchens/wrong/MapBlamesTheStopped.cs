// wrong: when a worker has died it sends the others home at once, and may then report one of those (exit code 0 or 137) instead of the one that died
// fails: The_worker_that_died_says_why_not_one_that_was_stopped_over_it
// says: "Look at whose failure is passed on"
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
            await CloseAsync().ConfigureAwait(false);
        }

        async Task ServeAsync(WorkerProcess worker)
        {
            try
            {
                int index;
                while ((index = Interlocked.Increment(ref next)) < answers.Length)
                    answers[index] = await worker.AskAsync(questions[index]).ConfigureAwait(false);
            }
            catch (WorkerDiedException)
            {
                // The whole is lost: nobody needs to go on.
                await CloseAsync().ConfigureAwait(false);
                throw;
            }
        }

        Task CloseAsync() =>
            Task.WhenAll(
                pool.Select(worker =>
                    worker.StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System)
                )
            );
    }

    /// <summary>Kata 5. Copies the lines of several outputs to one.</summary>
    public static async Task MergeLinesAsync(IReadOnlyList<TextReader> outputs, TextWriter to)
    {
        using var turn = new SemaphoreSlim(1, 1);
        await Task.WhenAll(outputs.Select((output, index) => CopyAsync(output, index + 1)))
            .ConfigureAwait(false);

        async Task CopyAsync(TextReader output, int number)
        {
            while (await output.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                await turn.WaitAsync().ConfigureAwait(false);
                try
                {
                    await to.WriteLineAsync($"{number}| {line}").ConfigureAwait(false);
                }
                finally
                {
                    turn.Release();
                }
            }
        }
    }
}
