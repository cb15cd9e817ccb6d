// wrong: a disposed worker begins again
// fails: A_disposed_worker_does_not_start
// says: "A disposed worker was started"

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
        if (_isStarted)
            throw new InvalidOperationException("The worker was started before.");
        _isStarted = true;
        if (_isDisposed)
            return;
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
