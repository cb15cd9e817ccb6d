// wrong: the thread is asked to stop, and left to itself
// fails: Dispose_waits_for_the_round_in_progress
// may fail: A_disposed_worker_can_still_be_asked_to_stop
// says: "Dispose came back in the middle of a round"

namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private bool _isStarted;
    private bool _isDisposed;

    public Worker(Action round, TimeSpan pause)
    {
        var stop = _stop.Token;
        _thread = new Thread(() => GoRound(round, pause, stop)) { IsBackground = true };
    }

    public void Start()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isStarted)
            throw new InvalidOperationException("The worker was started before.");
        _isStarted = true;
        _thread.Start();
    }

    public void RequestStop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException) { }
    }

    public bool Join(TimeSpan timeout)
    {
        return !_isStarted || _thread.Join(timeout);
    }

    public void Dispose()
    {
        _isDisposed = true;
        RequestStop();
    }

    private static void GoRound(Action round, TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            round();
            stop.WaitHandle.WaitOne(pause);
        }
    }
}
