// wrong: only every other round has a pause after it
// fails: A_worker_pauses_between_rounds, RequestStop_ends_a_pause_at_once
// says: "hardly begun"

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
        if (_isStarted)
            _thread.Join();
        _stop.Dispose();
    }

    private static void GoRound(Action round, TimeSpan pause, CancellationToken stop)
    {
        for (var done = 1; !stop.IsCancellationRequested; done++)
        {
            round();
            if (done % 2 == 0)
                stop.WaitHandle.WaitOne(pause);
        }
    }
}
