// wrong: a pause of no time is taken for one without an end
// fails: A_pause_of_no_time_is_a_pause
// says: "Look for a wait whose signal never comes, or for two that wait for eac"

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

    public bool Join(TimeSpan timeout) => _thread is null || _thread.Join(timeout);

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
            _stop.Token.WaitHandle.WaitOne(
                _pause == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : _pause
            );
        }
    }
}
