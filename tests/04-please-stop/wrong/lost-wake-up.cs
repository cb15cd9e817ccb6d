// wrong: a stop that is requested during a round is slept through
// fails: A_round_may_ask_for_the_stop, RequestStop_lets_the_round_in_progress_end_and_no_other_begin
// says: "Look for a wait whose signal never comes, or for two that wait for eac"

namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly object _gate = new();
    private readonly Action _round;
    private readonly TimeSpan _pause;
    private Thread? _thread;
    private bool _isDisposed;
    private bool _isStopped;

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

    public void RequestStop()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    public bool Join(TimeSpan timeout) => _thread is null || _thread.Join(timeout);

    public void Dispose()
    {
        _isDisposed = true;
        RequestStop();
        _thread?.Join();
    }

    private void Loop()
    {
        while (true)
        {
            lock (_gate)
            {
                if (_isStopped)
                    return;
            }
            _round();
            lock (_gate)
                Monitor.Wait(_gate, _pause);
        }
    }
}
