// wrong: a thread that was never started cannot be joined
// fails: Join_of_a_worker_that_was_never_started_has_nothing_to_wait_for
// says: "ThreadStateException"

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
        return _thread.Join(timeout);
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
