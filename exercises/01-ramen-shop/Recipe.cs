namespace Katas.RamenShop;

/// <summary>A bowl of ramen: what has to be done, and for how long.</summary>
public static class Recipe
{
    /// <summary>The work that goes into a bowl, in order.</summary>
    public static IReadOnlyList<Work> Steps { get; } =
    [Work.Boil, Work.Prepare, Work.Cook, Work.Serve];

    /// <summary>How long a step takes.</summary>
    /// <param name="work">The step.</param>
    /// <returns>Whole minutes.</returns>
    public static int Minutes(Work work) =>
        work switch
        {
            Work.Boil => 3,
            Work.Prepare => 2,
            Work.Cook => 4,
            Work.Serve => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(work), work, "No such step."),
        };

    /// <summary>Whether a step needs a burner: boiling and cooking do.</summary>
    /// <param name="work">The step.</param>
    public static bool NeedsBurner(Work work) => work is Work.Boil or Work.Cook;

    /// <summary>Whether a step needs a chef's hands: preparing and serving do.</summary>
    /// <param name="work">The step.</param>
    public static bool NeedsHands(Work work) => work is Work.Prepare or Work.Serve;
}
