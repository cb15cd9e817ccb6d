namespace Katas.WaitingWithoutAThread;

/// <summary>One bowl, cooked without a thread that stands and waits.</summary>
public static class Chef
{
    /// <summary>Kata 1. Cooks a bowl: boils the water and prepares at the same time, then cooks the noodles, then serves.</summary>
    /// <remarks>
    /// It returns to its caller as soon as it has to wait, and uses no thread but the one it is on. When a step fails, no later step begins,
    /// and the method fails with the step's exception, once no step is under way any more. Every step is given the token.
    /// </remarks>
    /// <param name="kitchen">Where it is cooked.</param>
    /// <param name="cancellationToken">Gives up the bowl: the steps under way are told through it, and then the task is cancelled.</param>
    /// <returns>The bowl that the kitchen has served.</returns>
    public static async Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        // Calling starts a step, awaiting waits for it. Two calls before the first await: both are under way.
        var boiling = kitchen.BoilWaterAsync(cancellationToken);
        var preparing = PrepareAsync();
        // WhenAll waits for both even if one has failed. Awaiting them one by one would leave the other to itself.
        await Task.WhenAll(boiling, preparing);
        await kitchen.CookNoodlesAsync(cancellationToken);
        return await kitchen.ServeAsync(cancellationToken);

        // What throws in an async method ends in its task. Without one, a step that throws before it gives back a task leaves the water behind.
        async Task PrepareAsync() => await kitchen.PrepareAsync(cancellationToken);
    }
}
