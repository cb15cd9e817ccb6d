// wrong: the noodles go into cold water
// fails: A_bowl_takes_eight_minutes_and_not_ten, Noodles_are_cooked_in_boiling_water_with_everything_at_hand, The_exception_of_a_step_reaches_the_caller_and_no_later_step_begins, A_cancellation_reaches_the_step_under_way_and_no_later_one_begins, A_cancelled_bowl_waits_for_a_step_that_does_not_listen
// says: "boil begins"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            kitchen.BoilWaterAsync(cancellationToken),
            kitchen.PrepareAsync(cancellationToken),
            kitchen.CookNoodlesAsync(cancellationToken)
        );
        return await kitchen.ServeAsync(cancellationToken);
    }
}
