// wrong: every job gets a thread of its own
// fails: The_same_cooks_do_all_the_jobs, Every_submitted_job_is_done_when_the_kitchen_has_closed, Cancelling_drops_what_has_not_started_and_finishes_what_has, A_closed_kitchen_takes_no_orders, Whoever_closes_second_takes_no_cancelling_back
// may fail: No_cook_is_left_when_the_kitchen_has_closed, Whoever_closes_second_waits_for_the_last_cook_too, Many_jobs_wait_their_turn_and_all_are_done, The_cooks_are_there_before_the_first_job, The_rail_has_room_for_a_hundred_jobs_and_then_Submit_waits
// says: "with the kitchen, not with the job"
namespace Katas.BuildThePool;

public sealed class KitchenPool : IDisposable
{
    public KitchenPool(int cooks) => ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);

    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        var order = new Order<TResult>(job);
        new Thread(order.Run) { IsBackground = true }.Start();
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
