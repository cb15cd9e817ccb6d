// wrong: the flag is looked at between two pauses only, so a stop can take as long as a pause
// fails: RequestStop_ends_a_pause_at_once, Dispose_stops_a_worker_that_nobody_asked_to_stop, A_round_may_ask_for_the_stop, RequestStop_lets_the_round_in_progress_end_and_no_other_begin
// says: "asked to stop in the middle of a pause"

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
            Thread.Sleep(pause);
        }
    }
}
