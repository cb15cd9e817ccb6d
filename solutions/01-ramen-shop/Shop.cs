namespace Katas.RamenShop;

/// <summary>What a ramen shop can make, worked out on the back of an order slip.</summary>
public static class Shop
{
    // A bowl lies for 3 + 4 minutes on burners, and for 2 + 1 minutes in hands.
    private static readonly int BurnerMinutes = Recipe
        .Steps.Where(Recipe.NeedsBurner)
        .Sum(Recipe.Minutes);
    private static readonly int HandMinutes = Recipe
        .Steps.Where(Recipe.NeedsHands)
        .Sum(Recipe.Minutes);

    /// <summary>
    /// Kata 1. The most bowls that a kitchen can make in an hour, once it is in full swing.
    /// </summary>
    /// <remarks>
    /// A chef who overlaps is busy with a bowl only while it needs hands. A chef who does not stays with the bowl from the first minute to
    /// the last. Boiling and cooking each keep one burner busy. Nothing is rounded.
    /// </remarks>
    /// <param name="chefs">How many chefs there are; at least 1.</param>
    /// <param name="burners">How many burners there are; at least 1.</param>
    /// <param name="overlap">Whether a chef turns to another bowl while one boils or cooks.</param>
    /// <returns>Bowls an hour: as many as the hands and the burners both allow.</returns>
    public static double BowlsPerHour(int chefs, int burners, bool overlap)
    {
        var chefMinutes = overlap ? HandMinutes : HandMinutes + BurnerMinutes;
        var handsAllow = 60.0 * chefs / chefMinutes;
        var burnersAllow = 60.0 * burners / BurnerMinutes;
        return Math.Min(handsAllow, burnersAllow); // the scarcer of the two decides; more of the other changes nothing
    }

    /// <summary>
    /// Kata 2. How long the first guest of the day waits, in a kitchen with one chef and nothing else to do.
    /// </summary>
    /// <remarks>With overlap, the chef prepares while the water comes to the boil. Cooking needs both to be done.</remarks>
    /// <param name="overlap">Whether the chef does something else while the water boils.</param>
    /// <returns>Minutes from the order to the bowl on the counter.</returns>
    public static int FirstBowl(bool overlap)
    {
        var boil = Recipe.Minutes(Work.Boil);
        var prepare = Recipe.Minutes(Work.Prepare);
        var ready = overlap ? Math.Max(boil, prepare) : boil + prepare; // side by side, the longer one counts
        return ready + Recipe.Minutes(Work.Cook) + Recipe.Minutes(Work.Serve);
    }

    /// <summary>
    /// Kata 3. What a kitchen with overlap runs out of first.
    /// </summary>
    /// <param name="chefs">How many chefs there are; at least 1.</param>
    /// <param name="burners">How many burners there are; at least 1.</param>
    /// <returns>The scarcer of the two, or <see cref="Limit.Both"/> when they allow exactly the same.</returns>
    public static Limit Bottleneck(int chefs, int burners)
    {
        // chefs / 3 against burners / 7, multiplied out: whole numbers compare exactly.
        var hands = (long)chefs * BurnerMinutes;
        var heat = (long)burners * HandMinutes;
        return hands < heat ? Limit.Hands
            : hands > heat ? Limit.Burners
            : Limit.Both;
    }
}
