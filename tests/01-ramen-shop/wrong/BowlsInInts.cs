// wrong: sixty times as many chefs are more than an int can hold
// fails: A_chain_of_kitchens_makes_so_many_bowls
// says: "may be more than an int can hold"

namespace Katas.RamenShop;

public static class Shop
{
    public static double BowlsPerHour(int chefs, int burners, bool overlap) =>
        Math.Min(60 * chefs * 1.0 / (overlap ? 3 : 10), 60.0 * burners / 7);

    public static int FirstBowl(bool overlap) => overlap ? 8 : 10;

    public static Limit Bottleneck(int chefs, int burners) =>
        (7L * chefs).CompareTo(3L * burners) switch
        {
            < 0 => Limit.Hands,
            > 0 => Limit.Burners,
            _ => Limit.Both,
        };
}
