// wrong: Map throws the exception that came first in time, not the first in the order of the arguments
// fails: The_first_exception_in_the_order_of_the_arguments_is_thrown
// says: "which job was quicker"
namespace Katas.BuildThePool;

public sealed class KitchenPool : IDisposable
{
    [ThreadStatic]
    private static KitchenPool? t_kitchen;

    private readonly BoundedQueue<Order> _rail = new(100);
    private readonly List<Thread> _cooks = [];
    private volatile bool _cancelPending;

    public KitchenPool(int cooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);
        for (var i = 0; i < cooks; i++)
        {
            var cook = new Thread(Work) { IsBackground = true };
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
        if (t_kitchen == this)
            Run();
        else
            _rail.Add(new Order(Run, () => source.SetCanceled()));
        return source.Task;
    }

    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    )
    {
        var futures = arguments.Select(argument => Submit(() => job(argument))).ToArray();
        var left = futures.Cast<Task>().ToList();
        while (left.Count > 0)
        {
            var done = left[Task.WaitAny([.. left])];
            left.Remove(done);
            done.GetAwaiter().GetResult();
        }
        return [.. futures.Select(future => future.Result)];
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

    private void Work()
    {
        t_kitchen = this;
        while (_rail.TryTake(out var order))
        {
            if (_cancelPending)
                order.Cancel();
            else
                order.Run();
        }
    }

    private sealed record Order(Action Run, Action Cancel);
}
