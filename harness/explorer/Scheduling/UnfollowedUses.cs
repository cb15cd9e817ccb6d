namespace Katas.Harness.Explorer.Scheduling;

/// <summary>
/// Calls whose order may matter and is not explored: on what lies outside the program's memory, and with the elements of an array that are too
/// many for a step each. Finds those that nothing puts in an order.
/// </summary>
internal sealed class UnfollowedUses
{
    /// <summary>The most elements of an array that are followed into a call. More would leave no steps for the program.</summary>
    public const int MostElements = 256;

    private readonly Dictionary<object, List<Use>> _uses = [];

    /// <summary>What was found and not yet reported: what is used, and where a call uses it.</summary>
    public HashSet<(object Used, int Site)> Unordered { get; } = [];

    /// <summary>Forgets the uses of the last schedule, but not what was found.</summary>
    public void Clear() => _uses.Clear();

    /// <summary>Adds a use.</summary>
    /// <param name="used">An array, or what stands for something outside the program.</param>
    /// <param name="fiber">Who uses it.</param>
    /// <param name="site">Where.</param>
    /// <param name="isRead">Whether the use changes nothing.</param>
    /// <param name="isCall">Whether it is a call, and not a step of the program, which is explored beside others.</param>
    public void Add(object used, Fiber fiber, int site, bool isRead, bool isCall)
    {
        if (!_uses.TryGetValue(used, out var uses))
            _uses.Add(used, uses = []);
        foreach (var other in uses)
        {
            if (
                other.Fiber == fiber.Id
                || (other.IsRead && isRead)
                || !(other.IsCall || isCall)
                || fiber.Clock[other.Fiber] > other.Sequence
            )
                continue;
            if (other.IsCall)
                Unordered.Add((used, other.Site));
            if (isCall)
                Unordered.Add((used, site));
        }
        // Whatever comes after the latest use of a kind comes after the earlier ones, too.
        uses.RemoveAll(use =>
            use.Fiber == fiber.Id && use.IsRead == isRead && use.IsCall == isCall
        );
        uses.Add(new(fiber.Id, fiber.Sequence, site, isRead, isCall));
    }

    private readonly record struct Use(int Fiber, int Sequence, int Site, bool IsRead, bool IsCall);
}
