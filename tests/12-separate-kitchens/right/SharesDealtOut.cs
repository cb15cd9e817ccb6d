// right: a queue hands out the questions, and the merged lines pass through a channel
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
        try
        {
            for (var i = 0; i < workers; i++)
                staff.Add(WorkerProcess.Start(fileName, arguments));
            var answers = new string[questions.Count];
            var left = new System.Collections.Concurrent.ConcurrentQueue<int>(
                Enumerable.Range(0, questions.Count)
            );
            await Task.WhenAll(staff.Select(Serve));
            return answers;

            async Task Serve(WorkerProcess worker)
            {
                // Whoever is free takes the next question; the answer goes where its question stood.
                while (left.TryDequeue(out var i))
                    answers[i] = await worker.AskAsync(questions[i]);
            }
        }
        finally
        {
            await Task.WhenAll(staff.Select(worker => worker.DisposeAsync().AsTask()));
        }
    }

    public static Task MergeLinesAsync(IReadOnlyList<TextReader> outputs, TextWriter to)
    {
        var lines = System.Threading.Channels.Channel.CreateUnbounded<string>();
        return Task.WhenAll(Write(), Read());

        async Task Write()
        {
            await foreach (var line in lines.Reader.ReadAllAsync())
                to.WriteLine(line);
        }

        async Task Read()
        {
            await Task.WhenAll(outputs.Select(Copy));
            lines.Writer.Complete();
        }

        async Task Copy(TextReader output, int index)
        {
            while (await output.ReadLineAsync() is { } line)
                lines.Writer.TryWrite($"{index + 1}| {line}");
        }
    }
}
