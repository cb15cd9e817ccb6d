// wrong: the rounds run on a borrowed thread of the pool
// fails: Dispose_stops_a_worker_that_nobody_asked_to_stop, A_worker_pauses_between_rounds, RequestStop_ends_a_pause_at_once, Start_begins_rounds_on_one_other_thread
// says: "A worker does its rounds on a new thread, but this one did them on a b"

namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Action _round;
    private readonly TimeSpan _pause;
    private Task? _loop;
    private bool _isDisposed;

    public Worker(Action round, TimeSpan pause)
    {
        _round = round;
        _pause = pause;
    }

    public void Start()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_loop is not null)
            throw new InvalidOperationException("The worker was started before.");
        _loop = Task.Run(Loop);
    }

    public void RequestStop() => _stop.Cancel();

    public bool Join(TimeSpan timeout) => _loop is null || _loop.Wait(timeout);

    public void Dispose()
    {
        _isDisposed = true;
        RequestStop();
        _loop?.Wait();
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
