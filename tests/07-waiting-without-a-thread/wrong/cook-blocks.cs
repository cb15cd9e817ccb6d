// wrong: the thread is blocked while it waits, and if it is the only one, the wait never ends
// fails: A_bowl_takes_eight_minutes_and_not_ten, The_chef_prepares_while_the_water_boils, Noodles_are_cooked_in_boiling_water_with_everything_at_hand, CookAsync_borrows_no_thread, CookAsync_goes_on_where_there_is_one_thread_only, The_exception_of_a_step_reaches_the_caller_and_no_later_step_begins, A_failure_does_not_leave_the_other_step_to_itself, A_cancellation_reaches_the_step_under_way_and_no_later_one_begins, A_cancelled_bowl_waits_for_a_step_that_does_not_listen
// says: "continuations that only its own thread may run"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        Task.WhenAll(
                kitchen.BoilWaterAsync(cancellationToken),
                kitchen.PrepareAsync(cancellationToken)
            )
            .Wait(cancellationToken);
        kitchen.CookNoodlesAsync(cancellationToken).Wait(cancellationToken);
        return Task.FromResult(kitchen.ServeAsync(cancellationToken).Result);
    }
}
