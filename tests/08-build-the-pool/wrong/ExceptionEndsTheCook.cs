// wrong: a cook whose job throws goes home, and takes the exception along
// fails: A_job_that_throws_costs_no_cook, The_first_exception_in_the_order_of_the_arguments_is_thrown, An_inner_job_that_throws_fails_its_own_future, What_a_job_throws_is_not_taken_apart
// may fail: A_job_that_gives_up_ends_its_future_too
// says: "exception"
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
            _cooks[i] = new Thread(Cook) { IsBackground = true, Name = $"cook {i + 1}" };
            _cooks[i].Start();
        }
    }

    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        var order = new Order<TResult>(job);
        // A cook must not wait here for a cook: that might be this very cook.
        if (t_mine == this)
            order.Run();
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
        t_mine = this;
        try
        {
            while (_rail.TryTake(out var order))
            {
                if (_isCancelling)
                    order.Cancel();
                else
                    order.Run();
            }
        }
        catch (Exception)
        {
            // Somebody else will cook.
        }
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
            _source.SetResult(job());
        }

        public override void Cancel() => _source.SetCanceled();
    }
}
