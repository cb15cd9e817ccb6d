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
    public static Task<Bowl> CookAsync(IKitchen kitchen, CancellationToken cancellationToken)
    {
        // TODO: let the steps overlap that can, and wait for the ones that must be done.
        throw new NotImplementedException();
    }
}
