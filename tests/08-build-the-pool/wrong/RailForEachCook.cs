// wrong: the rail has room for a hundred jobs for each cook
// fails: The_rail_has_room_for_a_hundred_jobs_and_then_Submit_waits
// says: "onto the rail"

namespace Katas.BuildThePool;

public sealed class KitchenPool : IDisposable
{
    [ThreadStatic]
    private static KitchenPool? t_kitchen;

    private readonly BoundedQueue<Action> _rail;
    private readonly List<Thread> _cooks = [];
    private volatile bool _cancelPending;

    public KitchenPool(int cooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);
        _rail = new BoundedQueue<Action>(100 * cooks);
        for (var i = 0; i < cooks; i++)
        {
            Thread cook = new(Cook) { IsBackground = true };
            _cooks.Add(cook);
            cook.Start();
        }
    }

    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        TaskCompletionSource<TResult> source = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        if (t_kitchen == this)
        {
            Run(job, source);
            return source.Task;
        }
        _rail.Add(() =>
        {
            if (_cancelPending)
                source.SetCanceled();
            else
                Run(job, source);
        });
        return source.Task;
    }

    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    )
    {
        Task<TResult>[] futures = arguments
            .Select(argument => Submit(() => job(argument)))
            .ToArray();
        return futures.Select(future => future.GetAwaiter().GetResult()).ToArray();
    }

    public void Shutdown(bool cancelPending = false)
    {
        if (cancelPending)
            _cancelPending = true;
        _rail.Complete();
        foreach (var cook in _cooks)
            cook.Join();
    }

    public void Dispose() => Shutdown();

    private static void Run<TResult>(Func<TResult> job, TaskCompletionSource<TResult> source)
    {
        TResult result;
        try
        {
            result = job();
        }
        catch (Exception e)
        {
            source.SetException(e);
            return;
        }
        source.SetResult(result);
    }

    private void Cook()
    {
        t_kitchen = this;
        while (_rail.TryTake(out var order))
            order();
    }
}
