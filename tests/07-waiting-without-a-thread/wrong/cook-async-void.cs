// wrong: nobody can wait for a method that gives back nothing, or catch what it throws
// fails: CookAsync_goes_on_where_there_is_one_thread_only, The_exception_of_a_step_reaches_the_caller_and_no_later_step_begins, A_failure_does_not_leave_the_other_step_to_itself
// may fail: A_cancellation_reaches_the_step_under_way_and_no_later_one_begins
// says: "An async void method was started"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        var boiling = kitchen.BoilWaterAsync(cancellationToken);
        Prepare(kitchen, cancellationToken);
        await boiling;
        await kitchen.CookNoodlesAsync(cancellationToken);
        return await kitchen.ServeAsync(cancellationToken);
    }

    private static async void Prepare(IKitchen kitchen, CancellationToken cancellationToken)
    {
        try
        {
            await kitchen.PrepareAsync(cancellationToken);
        }
        catch (OperationCanceledException) { }
    }
}
