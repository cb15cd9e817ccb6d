namespace Katas.SeparateKitchens;

/// <summary>A kitchen in a process of its own, seen from the counter: it is started, asked, and stopped.</summary>
/// <remarks>
/// A kitchen takes one question a line on its standard input, and answers with one line on its standard output that begins with "= ". Other
/// lines there are talk, and so is all of its standard error.
/// </remarks>
public sealed class WorkerProcess : IAsyncDisposable
{
    // Yours: a constructor, and what the members need.

    /// <summary>The id of the worker's process.</summary>
    public int Id
    {
        get
        {
            // TODO: with kata 1: the process knows it.
            throw new NotImplementedException();
        }
    }

    /// <summary>What the worker has written to its standard error so far.</summary>
    public string Errors
    {
        get
        {
            // TODO: with kata 1: what was read until now.
            throw new NotImplementedException();
        }
    }

    /// <summary>
    /// Kata 1. Starts a kitchen as a child process.
    /// </summary>
    /// <remarks>
    /// Its input and both of its outputs are connected to this object, in UTF-8. What it writes is read all the time, whether anybody has asked
    /// or not, so that it never has to wait for a reader. It is started with the further argument <c>--with-parent</c>, which makes it leave
    /// when its input ends: then nothing stays behind, even if this process is killed.
    /// </remarks>
    /// <param name="fileName">The program.</param>
    /// <param name="arguments">Its arguments, before <c>--with-parent</c>.</param>
    /// <returns>The worker, started.</returns>
    public static WorkerProcess Start(string fileName, IEnumerable<string> arguments)
    {
        // TODO: start the program, connected at all three ends, and see to it that it is read.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 2. Asks the worker one question and waits, without a thread, for the answer.
    /// </summary>
    /// <remarks>Several may ask at the same time: each gets the answer to its own question.</remarks>
    /// <param name="question">One line, such as <c>echo ramen</c>.</param>
    /// <returns>The answer, without the "= " before it.</returns>
    /// <exception cref="WorkerDiedException">The worker ended before it had answered, or had already ended.</exception>
    public Task<string> AskAsync(string question)
    {
        // TODO: send the question, and wait for its answer or for the end of the worker.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 3. Asks the worker to leave by closing its input, and waits; when it has not left in time, kills it with everything that it has
    /// started. Calling it again is harmless.
    /// </summary>
    /// <param name="grace">How long the worker may take to leave on its own.</param>
    /// <param name="clock">Whose time.</param>
    /// <returns>The exit code, when the process is gone and all that it has written is read.</returns>
    public Task<int> StopAsync(TimeSpan grace, TimeProvider clock)
    {
        // TODO: see to it that the worker is gone.
        throw new NotImplementedException();
    }

    /// <summary>Stops the worker, with two seconds of grace.</summary>
    public async ValueTask DisposeAsync() =>
        await StopAsync(TimeSpan.FromSeconds(2), TimeProvider.System);
}
