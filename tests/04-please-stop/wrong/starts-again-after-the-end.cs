// wrong: a worker that has ended is started again
// fails: A_worker_that_has_ended_does_not_start_again
// may fail: A_worker_that_was_asked_to_stop_starts_once_too
// says: "A worker that had ended was started again, and nobody objected"

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
        if (_thread is { IsAlive: true })
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
            _stop.Token.WaitHandle.WaitOne(_pause);
        }
    }
}
