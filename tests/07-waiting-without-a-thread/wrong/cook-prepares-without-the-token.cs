// wrong: preparing is not told when the bowl is given up
// fails: A_cancellation_reaches_the_step_under_way_and_no_later_one_begins
// says: "CookAsync to give up the bowl while '"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            kitchen.BoilWaterAsync(cancellationToken),
            kitchen.PrepareAsync(default)
        );
        await kitchen.CookNoodlesAsync(cancellationToken);
        return await kitchen.ServeAsync(cancellationToken);
    }
}
