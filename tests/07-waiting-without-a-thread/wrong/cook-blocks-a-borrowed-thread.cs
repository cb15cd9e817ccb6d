// wrong: a thread of the pool stands and waits instead
// fails: CookAsync_borrows_no_thread, Steps_that_are_done_at_once_need_no_other_thread
// may fail: A_cancellation_reaches_the_steps_under_way, A_bowl_takes_eight_minutes_and_not_ten, A_cancelled_bowl_waits_for_a_step_that_does_not_listen
// says: "one thread more has nothing to do"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        return Task.Run(
            () =>
            {
                var boiling = kitchen.BoilWaterAsync(cancellationToken);
                var preparing = kitchen.PrepareAsync(cancellationToken);
                Task.WhenAll(boiling, preparing).GetAwaiter().GetResult();
                kitchen.CookNoodlesAsync(cancellationToken).GetAwaiter().GetResult();
                return kitchen.ServeAsync(cancellationToken).GetAwaiter().GetResult();
            },
            cancellationToken
        );
    }
}
