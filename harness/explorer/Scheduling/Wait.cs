namespace Katas.Harness.Explorer.Scheduling;

/// <summary>What a fiber that can go no further waits for.</summary>
/// <param name="Fiber">Who waits.</param>
/// <param name="Operation">The step it cannot take.</param>
/// <param name="For">The fiber that would have to act, when it is known.</param>
/// <param name="IsSpinning">Whether it waits in a loop.</param>
/// <param name="Held">The locks that it holds meanwhile, and where it took them.</param>
internal sealed record Wait(
    Fiber Fiber,
    Operation Operation,
    Fiber? For,
    bool IsSpinning,
    IReadOnlyList<(Location Lock, int Site)> Held,
    IReadOnlyList<Location> Watched
)
{
    public static IReadOnlyList<Wait> All(Execution execution) =>
        [
            .. execution
                .Fibers.Where(fiber => !fiber.IsFinished)
                .Select(fiber => Of(fiber, fiber.IsSpinning)),
        ];

    /// <summary>A fiber that goes round in a loop for what it has read there.</summary>
    public static Wait InLoop(Fiber fiber) => Of(fiber, isSpinning: true);

    private static Wait Of(Fiber fiber, bool isSpinning) =>
        new(
            fiber,
            fiber.Pending,
            fiber.Pending.Gate?.WaitsFor,
            isSpinning,
            [.. fiber.Held],
            [.. isSpinning ? fiber.Loops.Watched.Distinct() : []]
        );
}
