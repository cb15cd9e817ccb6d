// wrong: what the guest does next is done by the cook
// fails: What_the_guest_does_next_is_not_done_by_the_cook
// may fail: A_guest_who_waits_for_room_keeps_no_cook_from_an_inner_job
// says: "how the TaskCompletionSource is made"
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
        t_mine = this;
        while (_rail.TryTake(out var order))
        {
            if (_isCancelling)
                order.Cancel();
            else
                order.Run();
        }
    }

    private abstract class Order
    {
        public abstract void Run();

        public abstract void Cancel();
    }

    private sealed class Order<TResult>(Func<TResult> job) : Order
    {
        private readonly TaskCompletionSource<TResult> _source = new();

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
