// wrong: the worker asks the time again and again instead of waiting, which takes a core
// fails: A_worker_pauses_between_rounds, RequestStop_ends_a_pause_at_once, Dispose_stops_a_worker_that_nobody_asked_to_stop
// says: "its thread neither waits nor ends"

namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly Thread _thread;
    private bool _isStarted;
    private bool _isDisposed;
    private volatile bool _stop;

    public Worker(Action round, TimeSpan pause)
    {
        _thread = new Thread(() => GoRound(round, pause)) { IsBackground = true };
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
        _stop = true;
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
    }

    private void GoRound(Action round, TimeSpan pause)
    {
        while (!_stop)
        {
            round();
            var end = Environment.TickCount64 + (long)pause.TotalMilliseconds;
            while (!_stop && Environment.TickCount64 < end)
                Thread.SpinWait(1);
        }
    }
}
