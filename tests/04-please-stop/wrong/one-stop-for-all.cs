// wrong: the source of the stop is static: who stops one worker stops all
// fails: Each_worker_is_stopped_for_itself
// says: "such as a static field"
namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private static CancellationTokenSource s_stop = new();
    private readonly Thread _thread;
    private bool _isStarted;
    private bool _isDisposed;

    public Worker(Action round, TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            pause,
            TimeSpan.FromMilliseconds(int.MaxValue)
        );
        if (s_stop.IsCancellationRequested)
            s_stop = new CancellationTokenSource();
        var stop = s_stop.Token;
        _thread = new Thread(() => GoRound(round, pause, stop)) { IsBackground = true };
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
        try
        {
            s_stop.Cancel();
        }
        catch (ObjectDisposedException) { }
    }

    public bool Join(TimeSpan timeout) => !_isStarted || _thread.Join(timeout);

    public void Dispose()
    {
        _isDisposed = true;
        RequestStop();
        if (_isStarted)
            _thread.Join();
    }

    private static void GoRound(Action round, TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            round();
            stop.WaitHandle.WaitOne(pause);
        }
    }
}
