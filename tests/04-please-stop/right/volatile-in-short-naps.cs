// right: a volatile flag that is looked at every few milliseconds, as the comment allows: slower to stop than a signal, but sure to

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
            for (
                var slept = TimeSpan.Zero;
                !_stop && slept < pause;
                slept += TimeSpan.FromMilliseconds(5)
            )
                Thread.Sleep(5);
        }
    }
}
