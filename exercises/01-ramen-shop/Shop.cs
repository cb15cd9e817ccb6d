namespace Katas.RamenShop;

/// <summary>What a ramen shop can make, worked out on the back of an order slip.</summary>
public static class Shop
{
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
        // TODO: work out how many bowls the kitchen can really make.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 2. How long the first guest of the day waits, in a kitchen with one chef and nothing else to do.
    /// </summary>
    /// <remarks>With overlap, the chef prepares while the water comes to the boil. Cooking needs both to be done.</remarks>
    /// <param name="overlap">Whether the chef does something else while the water boils.</param>
    /// <returns>Minutes from the order to the bowl on the counter.</returns>
    public static int FirstBowl(bool overlap)
    {
        // TODO: add up the minutes that the first guest waits.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 3. What a kitchen with overlap runs out of first.
    /// </summary>
    /// <param name="chefs">How many chefs there are; at least 1.</param>
    /// <param name="burners">How many burners there are; at least 1.</param>
    /// <returns>The scarcer of the two, or <see cref="Limit.Both"/> when they allow exactly the same.</returns>
    public static Limit Bottleneck(int chefs, int burners)
    {
        // TODO: say what runs out first.
        throw new NotImplementedException();
    }
}
