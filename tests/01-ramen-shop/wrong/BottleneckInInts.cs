// wrong: seven times as many chefs are more than an int can hold
// fails: A_chain_of_kitchens_has_a_bottleneck_too
// may fail: One_more_tips_the_balance
// says: "in a type that holds them"

namespace Katas.RamenShop;

public static class Shop
{
    public static double BowlsPerHour(int chefs, int burners, bool overlap) =>
        Math.Min(60.0 * chefs / (overlap ? 3 : 10), 60.0 * burners / 7);

    public static int FirstBowl(bool overlap) => overlap ? 8 : 10;

    public static Limit Bottleneck(int chefs, int burners) =>
        (7 * chefs).CompareTo(3 * burners) switch
        {
            < 0 => Limit.Hands,
            > 0 => Limit.Burners,
            _ => Limit.Both,
        };
}
