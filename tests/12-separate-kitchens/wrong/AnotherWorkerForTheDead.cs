// wrong: a question whose worker died is asked a worker that is started for it
// fails: No_other_worker_is_started_for_one_that_died
// says: "were started in all"
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
            {
                try
                {
                    answers[i] = await worker.AskAsync(questions[i]);
                }
                catch (WorkerDiedException)
                {
                    await using var second = WorkerProcess.Start(fileName, arguments);
                    answers[i] = await second.AskAsync(questions[i]);
                }
            }
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
                try
                {
                    await to.WriteLineAsync(
                        string.Create(CultureInfo.InvariantCulture, $"{number}| {line}")
                    );
                }
                finally
                {
                    turn.Release();
                }
            }
        }
    }
}
