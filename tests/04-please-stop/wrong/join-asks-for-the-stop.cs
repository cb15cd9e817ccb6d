// wrong: Join does not only wait, it asks for the stop as well
// fails: Join_asks_for_nothing, Join_waits_for_the_end_although_nobody_has_asked_for_it_yet
// says: "'round' to happen"

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
        if (_thread is not null)
            throw new InvalidOperationException("The worker was started before.");
        _thread = new Thread(Loop) { IsBackground = true };
        _thread.Start();
    }

    public void RequestStop() => _stop.Cancel();

    public bool Join(TimeSpan timeout)
    {
        RequestStop();
        return _thread is null || _thread.Join(timeout);
    }

    public void Dispose()
    {
        _isDisposed = true;
        RequestStop();
        _thread?.Join();
    }

    private void Loop()
    {
        while (!_stop.IsCancellationRequested)
        {
            _round();
            _stop.Token.WaitHandle.WaitOne(_pause);
        }
    }
}
