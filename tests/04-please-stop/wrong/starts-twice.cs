// wrong: every start makes another thread
// fails: A_worker_starts_once, A_worker_that_has_ended_does_not_start_again, A_worker_that_was_asked_to_stop_starts_once_too
// says: "started once was started again"

namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Action _round;
    private readonly TimeSpan _pause;
    private Thread? _thread;
    private bool _isDisposed;

    public Worker(Action round, TimeSpan pause)
    {
        _round = round;
        _pause = pause;
    }

    public void Start()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var stop = _stop.Token;
        _thread = new Thread(() => GoRound(_round, _pause, stop)) { IsBackground = true };
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
        return _thread?.Join(timeout) ?? true;
    }

    public void Dispose()
    {
        _isDisposed = true;
        RequestStop();
        _thread?.Join();
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
