// wrong: Submit does the work itself
// fails: As_many_jobs_run_at_once_as_there_are_cooks, Submit_comes_back_before_the_job_is_done, The_same_cooks_do_all_the_jobs, All_cooks_work_at_once, Results_come_in_the_order_of_the_arguments_whichever_is_ready_first, The_first_exception_in_the_order_of_the_arguments_is_thrown, Every_submitted_job_is_done_when_the_kitchen_has_closed, Cancelling_drops_what_has_not_started_and_finishes_what_has, No_cook_is_left_when_the_kitchen_has_closed, A_closed_kitchen_takes_no_orders, All_cooks_may_order_from_their_own_kitchen_at_once, Disposing_drops_no_job, A_thread_that_a_job_starts_is_no_cook, Whoever_closes_second_takes_no_cancelling_back
// may fail: Whoever_closes_second_waits_for_the_last_cook_too, A_cook_orders_from_another_kitchen_like_any_guest, The_rail_has_room_for_a_hundred_jobs_and_then_Submit_waits, What_the_guest_does_next_is_not_done_by_the_cook, A_guest_who_waits_for_room_keeps_no_cook_from_an_inner_job
// says: "Waited"
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
        order.Run();
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
