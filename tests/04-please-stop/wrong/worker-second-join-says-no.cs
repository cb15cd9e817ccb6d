// wrong: the first Join uses up the event that tells the end
// fails: Join_may_be_asked_again
// says: "Look at whether the first Join uses up"

namespace Katas.PleaseStop;

/// <summary>Katas 1 and 2. A thread that does its round again and again, with a pause after each, until it is asked to stop.</summary>
/// <remarks>
/// <see cref="RequestStop"/> may be called from any thread, also by the round itself; the other members are called by the one thread that owns
/// the worker. During a pause the worker's thread is blocked: a loop that keeps a core busy is not allowed. One that naps for a few
/// milliseconds between two looks is, though a signal is better: it wakes nobody for nothing.
/// </remarks>
public sealed class Worker : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly AutoResetEvent _ended = new(false);
    private readonly Thread _thread;
    private bool _isStarted;
    private bool _isDisposed;

    /// <summary>Makes a worker that is not started yet.</summary>
    /// <param name="round">What one round does. It throws nothing.</param>
    /// <param name="pause">How long the worker rests between two rounds, unless it is asked to stop; not negative, and at most 24 days.</param>
    public Worker(Action round, TimeSpan pause)
    {
        // A handle can be waited for no longer. Said here, it reaches who has made the mistake; on the worker's thread it would end the program.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            pause,
            TimeSpan.FromMilliseconds(int.MaxValue)
        );
        // The token is taken now: the thread must not need the source, which may be gone one day.
        var stop = _stop.Token;
        _thread = new Thread(() =>
        {
            GoRound(round, pause, stop);
            _ended.Set();
        })
        {
            IsBackground = true,
        };
    }

    /// <summary>Starts the worker on a new thread. It does its first round at once, unless it was asked to stop before.</summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public void Start()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isStarted)
            throw new InvalidOperationException("The worker was started before.");
        _isStarted = true;
        _thread.Start();
    }

    /// <summary>
    /// Asks the worker to stop, and returns at once. A round in progress goes on to its end, a pause ends now, and no other round begins.
    /// Harmless before the start, when asked twice, and after the end.
    /// </summary>
    public void RequestStop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The worker has ended. There is nobody left to ask.
        }
    }

    /// <summary>Waits until the worker has ended, no longer than the given time. One that was never started has nothing to end.</summary>
    /// <param name="timeout">How long to wait; zero to look and not to wait.</param>
    /// <returns>Whether it has ended.</returns>
    public bool Join(TimeSpan timeout) => !_isStarted || _ended.WaitOne(timeout);

    /// <summary>Asks the worker to stop, and returns when it has ended, however long its round takes. Harmless when called twice.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        RequestStop();
        // Whoever disposes relies on it: from here on, no round touches what the caller cleans up next.
        if (_isStarted)
            _thread.Join();
        _stop.Dispose();
    }

    private static void GoRound(Action round, TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            round();
            // A pause that listens: it ends when the time is over or when the stop is requested, whichever comes first.
            stop.WaitHandle.WaitOne(pause);
        }
    }
}
