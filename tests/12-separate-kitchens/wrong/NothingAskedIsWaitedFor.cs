// wrong: the last answer ends the map, so that a map without questions never ends
// fails: No_questions_have_no_answers
// says: "no reason to wait"
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
            var done = new TaskCompletionSource<string[]>();
            var open = questions.Count;
            foreach (var worker in staff)
                serving.Add(Serve(worker));
            return await done.Task;

            async Task Serve(WorkerProcess worker)
            {
                try
                {
                    while (Interlocked.Increment(ref last) is var i && i < questions.Count)
                    {
                        answers[i] = await worker.AskAsync(questions[i]);
                        if (Interlocked.Decrement(ref open) == 0)
                            done.TrySetResult(answers);
                    }
                }
                catch (Exception e)
                {
                    done.TrySetException(e);
                }
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
