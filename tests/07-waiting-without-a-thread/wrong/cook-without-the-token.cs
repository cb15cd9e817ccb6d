// wrong: the steps are not told that nobody wants the bowl any more
// fails: A_cancellation_reaches_the_step_under_way_and_no_later_one_begins
// says: "CookAsync to give up the bowl"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.WhenAll(
            kitchen.BoilWaterAsync(CancellationToken.None),
            kitchen.PrepareAsync(CancellationToken.None)
        );
        await kitchen.CookNoodlesAsync(CancellationToken.None);
        return await kitchen.ServeAsync(CancellationToken.None);
    }
}
