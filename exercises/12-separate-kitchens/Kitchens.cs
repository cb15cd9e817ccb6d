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
    public static Task<string[]> MapAsync(
        string fileName,
        IReadOnlyList<string> arguments,
        int workers,
        IReadOnlyList<string> questions
    )
    {
        // TODO: have the workers answer all questions.
        throw new NotImplementedException();
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
        // TODO: copy the lines.
        throw new NotImplementedException();
    }
}
