namespace Katas.PleaseStop;

/// <summary>Katas 1 and 2. A thread that does its round again and again, with a pause after each, until it is asked to stop.</summary>
/// <remarks>
/// <see cref="RequestStop"/> may be called from any thread, also by the round itself; the other members are called by the one thread that owns
/// the worker. During a pause the worker's thread is blocked: a loop that keeps a core busy is not allowed. One that naps for a few
/// milliseconds between two looks is, though a signal is better: it wakes nobody for nothing.
/// </remarks>
public sealed class Worker : IDisposable
{
    /// <summary>Makes a worker that is not started yet.</summary>
    /// <param name="round">What one round does. It throws nothing.</param>
    /// <param name="pause">How long the worker rests between two rounds, unless it is asked to stop; not negative, and at most 24 days.</param>
    public Worker(Action round, TimeSpan pause)
    {
        // TODO: get the worker ready.
        throw new NotImplementedException();
    }

    /// <summary>Starts the worker on a new thread. It does its first round at once, unless it was asked to stop before.</summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public void Start()
    {
        // TODO: begin the rounds, once.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Asks the worker to stop, and returns at once. A round in progress goes on to its end, a pause ends now, and no other round begins.
    /// Harmless before the start, when asked twice, and after the end.
    /// </summary>
    public void RequestStop()
    {
        // TODO: let the worker know.
        throw new NotImplementedException();
    }

    /// <summary>Waits until the worker has ended, no longer than the given time. One that was never started has nothing to end.</summary>
    /// <param name="timeout">How long to wait; zero to look and not to wait.</param>
    /// <returns>Whether it has ended.</returns>
    public bool Join(TimeSpan timeout)
    {
        // TODO: wait for the end, within limits.
        throw new NotImplementedException();
    }

    /// <summary>Asks the worker to stop, and returns when it has ended, however long its round takes. Harmless when called twice.</summary>
    public void Dispose()
    {
        // TODO: leave no round behind.
        throw new NotImplementedException();
    }
}
