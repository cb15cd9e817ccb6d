// wrong: the badge is taken off after each job, so a cook who has cooked an inner order is no cook any more
// fails: A_cook_may_order_from_his_own_kitchen_again_and_again
// says: "what an inner job does to it when it ends"
namespace Katas.BuildThePool;

public sealed class KitchenPool : IDisposable
{
    private const int RailLength = 100;

    [ThreadStatic]
    private static KitchenPool? t_mine;

    private readonly BoundedQueue<Order> _rail = new(RailLength);
    private readonly Thread[] _cooks;
    private volatile bool _isCancelling;

    public KitchenPool(int cooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);
        _cooks = new Thread[cooks];
        for (var i = 0; i < cooks; i++)
        {
            _cooks[i] = new Thread(Cook) { IsBackground = true, Name = "cook" };
            _cooks[i].Start();
        }
    }

    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        var order = new Order<TResult>(job);
        // A cook must not wait here for a cook: that might be this very cook.
        if (t_mine == this)
            Run(order);
        else
            _rail.Add(order);
        return order.Future;
    }

    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    )
    {
        // All are submitted before the first is waited for: ToArray is what makes them overlap.
        var futures = arguments.Select(argument => Submit(() => job(argument))).ToArray();
        // And all are waited for before a failure is thrown: no job runs on behind the back of whoever has caught it.
        Task all = Task.WhenAll(futures);
        all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        return [.. futures.Select(future => future.GetAwaiter().GetResult())];
    }

    public void Shutdown(bool cancelPending = false)
    {
        if (cancelPending)
            _isCancelling = true;
        _rail.Complete();
        foreach (var cook in _cooks)
            cook.Join();
    }

    public void Dispose() => Shutdown();

    private void Cook()
    {
        while (_rail.TryTake(out var order))
        {
            if (_isCancelling)
                order.Cancel();
            else
                Run(order);
        }
    }

    private void Run(Order order)
    {
        t_mine = this;
        order.Run();
        t_mine = null;
    }

    private abstract class Order
    {
        public abstract void Run();

        public abstract void Cancel();
    }

    private sealed class Order<TResult>(Func<TResult> job) : Order
    {
        // What the customer does with the bowl is not done by the cook.
        private readonly TaskCompletionSource<TResult> _source = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public Task<TResult> Future => _source.Task;

        public override void Run()
        {
            try
            {
                _source.SetResult(job());
            }
            catch (Exception e)
            {
                // The exception belongs to whoever asked for the job: the cook goes on to the next.
                _source.SetException(e);
            }
        }

        public override void Cancel() => _source.SetCanceled();
    }
}
