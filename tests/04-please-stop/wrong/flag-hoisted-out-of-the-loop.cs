// wrong: what the compiler may make of a plain flag: it is read once, before the loop
// fails: RequestStop_ends_a_pause_at_once, RequestStop_lets_the_round_in_progress_end_and_no_other_begin, RequestStop_may_be_called_again_from_any_thread, Join_comes_back_with_false_when_the_time_is_over, Dispose_waits_for_the_round_in_progress, Dispose_stops_a_worker_that_nobody_asked_to_stop, Dispose_twice_is_harmless, A_disposed_worker_can_still_be_asked_to_stop, A_pause_of_no_time_is_a_pause, A_round_may_ask_for_the_stop, A_worker_that_has_ended_does_not_start_again, Each_worker_is_stopped_for_itself, Join_waits_for_the_end, Join_may_be_asked_again
// may fail: Join_waits_for_the_end_although_nobody_has_asked_for_it_yet, Who_was_asked_to_stop_has_not_ended_yet
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
        var stop = _stop;
        while (!stop)
        {
            round();
            Thread.Sleep(pause);
        }
    }
}
