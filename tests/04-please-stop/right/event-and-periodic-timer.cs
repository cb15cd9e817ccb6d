// right: a worker that waits for an event, a periodic timer, and the worst as a number

namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;
    private bool _isStarted;
    private bool _isDisposed;

    public Worker(Action round, TimeSpan pause)
    {
        _thread = new Thread(() => GoRound(round, pause));
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
        _stop.Set();
    }

    public bool Join(TimeSpan timeout)
    {
        return !_isStarted || _thread.Join(timeout);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _stop.Set();
        if (_isStarted)
            _thread.Join();
    }

    private void GoRound(Action round, TimeSpan pause)
    {
        if (_stop.IsSet)
            return;
        do round();
        while (!_stop.Wait(pause));
    }
}

public static class Periodic
{
    public static async Task LoopAsync(
        Action work,
        TimeSpan every,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var timer = new PeriodicTimer(every, clock);
        do work();
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        if (exception is AggregateException several)
        {
            return several.InnerExceptions.Count == 0
                ? Ending.Failed
                : (Ending)several.InnerExceptions.Max(inner => (int)Classify(inner, stop));
        }
        if (exception is not (OperationCanceledException or TimeoutException))
            return Ending.Failed;
        return stop.IsCancellationRequested && exception is OperationCanceledException
            ? Ending.Stopped
            : Ending.TimedOut;
    }
}
