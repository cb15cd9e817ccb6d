// wrong: the time to wait is ignored
// fails: Join_comes_back_with_false_when_the_time_is_over, Join_asks_for_nothing, Who_was_asked_to_stop_has_not_ended_yet
// says: "Join to give up and come back"

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
        if (_isStarted && timeout >= TimeSpan.Zero)
            _thread.Join();
        return true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        RequestStop();
        if (_isStarted)
            _thread.Join();
        _stop.Dispose();
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
