// wrong: the steps are awaited one by one, so that the failure of one leaves the other running
// fails: A_failure_does_not_leave_the_other_step_to_itself
// may fail: A_cancellation_reaches_the_step_under_way_and_no_later_one_begins
// says: "nobody will ever ask how that one ended"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        var boiling = kitchen.BoilWaterAsync(cancellationToken);
        var preparing = kitchen.PrepareAsync(cancellationToken);
        await boiling;
        await preparing;
        await kitchen.CookNoodlesAsync(cancellationToken);
        return await kitchen.ServeAsync(cancellationToken);
    }
}
