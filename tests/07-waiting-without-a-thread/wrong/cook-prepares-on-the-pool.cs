// wrong: a thread of the pool is borrowed to prepare
// fails: Steps_that_are_done_at_once_need_no_other_thread
// may fail: CookAsync_borrows_no_thread, A_cancelled_bowl_waits_for_a_step_that_does_not_listen, A_cancellation_reaches_the_step_under_way_and_no_later_one_begins, A_bowl_takes_eight_minutes_and_not_ten
// says: "(whether the bowl was there when CookAsync came back, and whether all"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        var preparing = Task.Run(
            () => kitchen.PrepareAsync(cancellationToken),
            CancellationToken.None
        );
        await Task.WhenAll(kitchen.BoilWaterAsync(cancellationToken), preparing);
        await kitchen.CookNoodlesAsync(cancellationToken);
        return await kitchen.ServeAsync(cancellationToken);
    }
}
