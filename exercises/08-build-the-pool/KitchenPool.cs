namespace Katas.BuildThePool;

/// <summary>A fixed number of cooks, each a thread of the kitchen's own, who take orders off one rail until the kitchen closes.</summary>
public sealed class KitchenPool : IDisposable
{
    /// <summary>Opens the kitchen: the cooks start, and wait for orders.</summary>
    /// <param name="cooks">How many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cooks"/> is less than 1.</exception>
    public KitchenPool(int cooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);
        // Yours: start the cooks, with kata 3.
    }

    /// <summary>
    /// Kata 3. Hands one job to the cooks and returns its future at once; one of them runs the job when it is its turn.
    /// </summary>
    /// <remarks>
    /// The future carries what the job returns, or the exception that it throws; a job that throws costs no cook. The rail has room for a
    /// hundred jobs; while it is full, this call waits. A job that submits to its own kitchen and waits for the answer must get it,
    /// even if there is only one cook: that cook does the inner job at once, inside the outer one.
    /// </remarks>
    /// <typeparam name="TResult">What the job makes.</typeparam>
    /// <param name="job">The work.</param>
    /// <returns>The future of the result.</returns>
    /// <exception cref="InvalidOperationException">The kitchen is shut down (kata 5).</exception>
    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        // TODO: have a cook do the job, and hand out its future.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 4. Runs <paramref name="job"/> once for each argument, by all cooks, and returns when all results are there.
    /// </summary>
    /// <typeparam name="TArgument">What a job is given.</typeparam>
    /// <typeparam name="TResult">What a job makes.</typeparam>
    /// <param name="job">The work.</param>
    /// <param name="arguments">What the job is called with, one at a time.</param>
    /// <returns>The results in the order of the arguments, whichever was ready first. The first exception, in that order, is thrown.</returns>
    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    )
    {
        // TODO: do the job for every argument.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 5. Closes the kitchen: takes no more jobs, and returns when the last cook has gone home. Not to be called by a cook.
    /// </summary>
    /// <remarks>Jobs that run are finished in any case. Calling it again is harmless.</remarks>
    /// <param name="cancelPending">
    /// <see langword="false"/> to run every job that was submitted; <see langword="true"/> to cancel the futures of those that have not started.
    /// </param>
    public void Shutdown(bool cancelPending = false)
    {
        // TODO: send everybody home.
        throw new NotImplementedException();
    }

    /// <summary>Shuts down, after every job that was submitted.</summary>
    public void Dispose() => Shutdown();
}
