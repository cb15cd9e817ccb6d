// wrong: whatever happens, a bowl is served
// fails: The_exception_of_a_step_reaches_the_caller_and_no_later_step_begins, A_cancellation_reaches_the_step_under_way_and_no_later_one_begins
// says: "the caller did not get its exception"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(
                kitchen.BoilWaterAsync(cancellationToken),
                kitchen.PrepareAsync(cancellationToken)
            );
        }
        catch (InvalidOperationException) { }
        catch (OperationCanceledException) { }
        await kitchen.CookNoodlesAsync(CancellationToken.None);
        return await kitchen.ServeAsync(CancellationToken.None);
    }
}
