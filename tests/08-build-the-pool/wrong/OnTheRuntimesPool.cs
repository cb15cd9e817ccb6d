// wrong: the runtime lends its threads, and the kitchen has no cooks
// fails: The_same_cooks_do_all_the_jobs, No_cook_is_left_when_the_kitchen_has_closed, Every_submitted_job_is_done_when_the_kitchen_has_closed, Cancelling_drops_what_has_not_started_and_finishes_what_has, A_closed_kitchen_takes_no_orders, Whoever_closes_second_takes_no_cancelling_back
// may fail: All_cooks_work_at_once, As_many_jobs_run_at_once_as_there_are_cooks, Whoever_closes_second_waits_for_the_last_cook_too, The_cooks_are_there_before_the_first_job, The_rail_has_room_for_a_hundred_jobs_and_then_Submit_waits, What_the_guest_does_next_is_not_done_by_the_cook, An_inner_job_that_throws_fails_its_own_future, Disposing_drops_no_job
// says: "runtime's pool"
namespace Katas.BuildThePool;

public sealed class KitchenPool : IDisposable
{
    public KitchenPool(int cooks) => ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);

    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        var order = new Order<TResult>(job);
        ThreadPool.QueueUserWorkItem(_ => order.Run());
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
        // There are no cooks to send home.
    }

    public void Dispose() => Shutdown();

    private sealed class Order<TResult>(Func<TResult> job)
    {
        // What the customer does with the bowl is not done by the cook.
        private readonly TaskCompletionSource<TResult> _source = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        public Task<TResult> Future => _source.Task;

        public void Run()
        {
            try
            {
                _source.SetResult(job());
            }
            catch (Exception e)
            {
                // The exception belongs to whoever asked for the job.
                _source.SetException(e);
            }
        }
    }
}
