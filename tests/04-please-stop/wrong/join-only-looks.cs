// wrong: Join looks whether the worker has ended, and does not wait
// fails: Join_waits_for_the_end, Join_waits_for_the_end_although_nobody_has_asked_for_it_yet
// may fail: A_pause_of_no_time_is_a_pause, A_round_may_ask_for_the_stop, A_stop_that_is_requested_before_the_start_is_not_forgotten, A_worker_that_has_ended_does_not_start_again, Each_worker_is_stopped_for_itself, RequestStop_ends_a_pause_at_once, RequestStop_lets_the_round_in_progress_end_and_no_other_begin, RequestStop_may_be_called_again_from_any_thread
// says: "(whether Join came back before the round had ended"

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

    public bool Join(TimeSpan timeout) => _thread is null || !_thread.IsAlive;

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
