// right: the library has this queue, and a pool can be built on it
using System.Collections.Concurrent;

namespace Katas.BuildThePool;

public sealed class KitchenPool : IDisposable
{
    private readonly BlockingCollection<(Action Run, Action Cancel)> _rail = new(100);
    private readonly List<Thread> _cooks = [];
    private readonly CancellationTokenSource _cancelling = new();

    public KitchenPool(int cooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);
        for (var i = 0; i < cooks; i++)
        {
            var cook = new Thread(Cook) { IsBackground = true };
            _cooks.Add(cook);
            cook.Start();
        }
    }

    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        var source = new TaskCompletionSource<TResult>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        void Run()
        {
            try
            {
                source.SetResult(job());
            }
            catch (Exception e)
            {
                source.SetException(e);
            }
        }
        if (_cooks.Contains(Thread.CurrentThread))
            Run();
        else
            _rail.Add((Run, source.SetCanceled));
        return source.Task;
    }

    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    )
    {
        var futures = new List<Task<TResult>>();
        foreach (var argument in arguments)
            futures.Add(Submit(() => job(argument)));
        var results = new TResult[futures.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = futures[i].GetAwaiter().GetResult();
        return results;
    }

    public void Shutdown(bool cancelPending = false)
    {
        if (cancelPending)
            _cancelling.Cancel();
        _rail.CompleteAdding();
        _cooks.ForEach(cook => cook.Join());
    }

    public void Dispose() => Shutdown();

    private void Cook()
    {
        foreach (var (run, cancel) in _rail.GetConsumingEnumerable())
        {
            if (_cancelling.IsCancellationRequested)
                cancel();
            else
                run();
        }
    }
}
