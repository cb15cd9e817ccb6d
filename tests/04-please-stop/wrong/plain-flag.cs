// wrong: the flag is a plain field, which the compiler may read once and keep
// fails: The_request_is_bound_to_reach_the_other_thread
// says: "The compiler may read such a field once"

namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly Thread _thread;
    private bool _isStarted;
    private bool _isDisposed;
    private bool _stop;

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
