// wrong: a look with a time-out of zero says whether a stop was requested, not whether the worker has ended
// fails: Who_was_asked_to_stop_has_not_ended_yet
// says: "the request, or the end"

namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _token;
    private readonly Action _round;
    private readonly TimeSpan _pause;
    private Thread? _thread;
    private bool _disposed;

    public Worker(Action round, TimeSpan pause)
    {
        _round = round;
        _pause = pause;
        _token = _stop.Token;
    }

    public void Start()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_thread is not null)
            throw new InvalidOperationException("The worker was started before.");
        _thread = new Thread(Run);
        _thread.Start();
    }

    public void RequestStop()
    {
        _stop.Cancel();
    }

    public bool Join(TimeSpan timeout)
    {
        if (timeout == TimeSpan.Zero)
            return _thread is null || _token.IsCancellationRequested;
        return _thread is null || _thread.Join(timeout);
    }

    public void Dispose()
    {
        _disposed = true;
        _stop.Cancel();
        _thread?.Join();
    }

    private void Run()
    {
        while (!_token.IsCancellationRequested)
        {
            _round();
            _token.WaitHandle.WaitOne(_pause);
        }
    }
}
