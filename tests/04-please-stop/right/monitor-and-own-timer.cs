// right: a worker that waits on a monitor, a task made from a timer by hand, and a fold over the exceptions

namespace Katas.PleaseStop;

public sealed class Worker : IDisposable
{
    private readonly object _gate = new();
    private readonly Thread _thread;
    private bool _isStarted;
    private bool _isDisposed;
    private bool _stop;

    public Worker(Action round, TimeSpan pause)
    {
        _thread = new Thread(() => GoRound(round, pause)) { Name = "worker" };
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
        lock (_gate)
        {
            _stop = true;
            Monitor.PulseAll(_gate);
        }
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
        while (true)
        {
            lock (_gate)
            {
                if (_stop)
                    return;
            }
            round();
            lock (_gate)
            {
                if (!_stop)
                    Monitor.Wait(_gate, pause);
            }
        }
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
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            work();
            await WaitAsync();
        }

        async Task WaitAsync()
        {
            var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var timer = clock.CreateTimer(
                _ => due.TrySetResult(),
                null,
                every,
                Timeout.InfiniteTimeSpan
            );
            await using var stop = cancellationToken.Register(() =>
                due.TrySetCanceled(cancellationToken)
            );
            await due.Task;
        }
    }
}

public static class Endings
{
    public static Ending Classify(Exception exception, CancellationToken stop)
    {
        var worst = Ending.Stopped;
        var left = new Stack<Exception>([exception]);
        while (left.TryPop(out var next))
        {
            if (next is AggregateException { InnerExceptions.Count: > 0 } several)
            {
                foreach (var inner in several.InnerExceptions)
                    left.Push(inner);
                continue;
            }
            var ending = next switch
            {
                TimeoutException => Ending.TimedOut,
                OperationCanceledException when stop.IsCancellationRequested => Ending.Stopped,
                OperationCanceledException => Ending.TimedOut,
                _ => Ending.Failed,
            };
            if (ending > worst)
                worst = ending;
        }
        return worst;
    }
}
