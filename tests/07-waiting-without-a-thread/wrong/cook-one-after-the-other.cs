// wrong: every step is awaited before the next is called
// fails: A_bowl_takes_eight_minutes_and_not_ten, The_chef_prepares_while_the_water_boils, A_cancellation_reaches_the_step_under_way_and_no_later_one_begins, A_cancelled_bowl_waits_for_a_step_that_does_not_listen
// says: "Look at which steps overlap"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        await kitchen.BoilWaterAsync(cancellationToken);
        await kitchen.PrepareAsync(cancellationToken);
        await kitchen.CookNoodlesAsync(cancellationToken);
        return await kitchen.ServeAsync(cancellationToken);
    }
}
