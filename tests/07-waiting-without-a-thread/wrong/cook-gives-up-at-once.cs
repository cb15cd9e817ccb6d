// wrong: a cancellation ends the waiting, and a step that does not listen goes on
// fails: A_cancelled_bowl_waits_for_a_step_that_does_not_listen
// may fail: A_cancellation_reaches_the_step_under_way_and_no_later_one_begins
// says: "gives up the waiting instead of the step"

namespace Katas.WaitingWithoutAThread;

public static class Chef
{
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        // Calling starts a step, awaiting waits for it. Two calls before the first await: both are under way.
        var boiling = kitchen.BoilWaterAsync(cancellationToken);
        var preparing = PrepareAsync();
        // WhenAll waits for both even if one has failed. Awaiting them one by one would leave the other to itself.
        await Task.WhenAll(boiling, preparing).WaitAsync(cancellationToken);
        await kitchen.CookNoodlesAsync(cancellationToken);
        return await kitchen.ServeAsync(cancellationToken);

        // What throws in an async method ends in its task. Without one, a step that throws before it gives back a task leaves the water behind.
        async Task PrepareAsync() => await kitchen.PrepareAsync(cancellationToken);
    }
}
