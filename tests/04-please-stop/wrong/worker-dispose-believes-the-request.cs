// wrong: Dispose returns at once when a stop was requested before, although the last round may still be running.
// fails: Dispose_waits_for_the_round_in_progress
// says: "was asked to stop before"
namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly ManualResetEventSlim _stop = new();
    private readonly Action _round;
    private readonly TimeSpan _pause;
    private Thread? _thread;
    private bool _disposed;

    public Worker(Action round, TimeSpan pause)
    {
        _round = round;
        _pause = pause;
    }

    public void Start()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_thread is not null)
            throw new InvalidOperationException("The worker was started before.");
        _thread = new Thread(Run);
        _thread.Start();
    }

    public void RequestStop() => _stop.Set();

    public bool Join(TimeSpan timeout) => _thread is null || _thread.Join(timeout);

    public void Dispose()
    {
        _disposed = true;

        // Stopped already: nothing to do, however often we are called.
        if (_stop.IsSet)
            return;

        RequestStop();
        _thread?.Join();
    }

    private void Run()
    {
        while (!_stop.IsSet)
        {
            _round();
            _stop.Wait(_pause);
        }
    }
}
