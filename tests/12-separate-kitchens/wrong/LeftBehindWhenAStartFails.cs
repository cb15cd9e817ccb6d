// wrong: when a worker cannot be started, those before it are forgotten
// fails: A_worker_that_cannot_be_started_leaves_none_behind
// says: "before the next is started"
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
        var first = WorkerProcess.Start(fileName, arguments);
        var rest = Enumerable
            .Range(1, workers - 1)
            .Select(_ => WorkerProcess.Start(fileName, arguments))
            .ToArray();
        try
        {
            staff.AddRange([first, .. rest]);
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
                    to.WriteLine($"{index + 1}| {line}");
            }
        }
    }
}
