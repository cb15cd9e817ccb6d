// wrong: the answers are kept by question, so that one that comes twice has one answer
// fails: A_question_that_comes_again_is_asked_again
// says: "a question may come twice"
using System.Collections.Concurrent;

namespace Katas.SeparateKitchens;

/// <summary>What several kitchens do together.</summary>
public static class Kitchens
{
    /// <summary>
    /// Kata 4. Starts some workers, has them answer all questions, and stops them: a small process pool.
    /// </summary>
    /// <remarks>
    /// The workers work at the same time; each is asked the next question as soon as it has answered one. When the call ends, well or with an
    /// exception, every worker is gone.
    /// </remarks>
    /// <param name="fileName">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="workers">How many processes; at least 1.</param>
    /// <param name="questions">The questions.</param>
    /// <returns>The answers, in the order of the questions.</returns>
    /// <exception cref="WorkerDiedException">A worker ended before it had answered.</exception>
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
            var answers = new ConcurrentDictionary<string, string>();
            var waiting = new ConcurrentQueue<string>(questions);
            serving.AddRange(staff.Select(Serve));
            // The first that fails ends the map: nobody wants the answers of the others any more.
            await foreach (var served in Task.WhenEach(serving))
                await served;
            return [.. questions.Select(question => answers[question])];

            async Task Serve(WorkerProcess worker)
            {
                // Whoever is free takes the next question.
                while (waiting.TryDequeue(out var question))
                    answers[question] = await worker.AskAsync(question);
            }
        }
        finally
        {
            await Task.WhenAll(staff.Select(worker => worker.DisposeAsync().AsTask()));
            // Whoever was stopped over a question has failed, too, and that is no news.
            await Task.WhenAll(serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Kata 5. Copies the lines of several outputs to one, as they come, until all have ended.
    /// </summary>
    /// <remarks>
    /// A line stays whole, and begins with the number of its output: <c>2| the noodles are done</c>. The lines of one output stay in order; the
    /// last one counts even if it has no line break. No output has to wait for another: one that says nothing for an hour does not keep the others from
    /// being copied.
    /// </remarks>
    /// <param name="outputs">The outputs, numbered from 1.</param>
    /// <param name="to">Where the lines go; not safe for several at the same time.</param>
    public static Task MergeLinesAsync(IReadOnlyList<TextReader> outputs, TextWriter to)
    {
        var gate = new Lock();
        return Task.WhenAll(outputs.Select(Copy));

        async Task Copy(TextReader output, int index)
        {
            while (await output.ReadLineAsync() is { } line)
            {
                // Only whole lines, and one at a time.
                lock (gate)
                    to.WriteLine($"{index + 1}| {line}");
            }
        }
    }
}
