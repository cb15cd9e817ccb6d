// right: figures written out, rates compared as fractions
namespace Katas.RamenShop;

public static class Shop
{
    public static double BowlsPerHour(int chefs, int burners, bool overlap)
    {
        var perChef = overlap ? 20.0 : 6.0;
        return perChef * chefs * 7 <= 60.0 * burners ? perChef * chefs : burners / (7 / 60.0);
    }

    public static int FirstBowl(bool overlap) => overlap ? 8 : 10;

    public static Limit Bottleneck(int chefs, int burners) =>
        (chefs * 20.0).CompareTo(burners * 60.0 / 7) switch
        {
            < 0 => Limit.Hands,
            > 0 => Limit.Burners,
            _ => Limit.Both,
        };
}
