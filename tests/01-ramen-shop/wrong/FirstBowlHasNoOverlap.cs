// wrong: overlap is taken to shorten nobody's wait: the first bowl takes its ten minutes anyway
// fails: The_first_guest_waits_8_minutes_when_the_chef_prepares_during_the_boil
// says: "pass within the 3 minutes of the boil"
namespace Katas.RamenShop;

public static class Shop
{
    private static readonly int BurnerMinutes = Recipe
        .Steps.Where(Recipe.NeedsBurner)
        .Sum(Recipe.Minutes);
    private static readonly int HandMinutes = Recipe
        .Steps.Where(Recipe.NeedsHands)
        .Sum(Recipe.Minutes);

    public static double BowlsPerHour(int chefs, int burners, bool overlap)
    {
        var chefMinutes = overlap ? HandMinutes : HandMinutes + BurnerMinutes;
        var handsAllow = 60.0 * chefs / chefMinutes;
        var burnersAllow = 60.0 * burners / BurnerMinutes;
        return Math.Min(handsAllow, burnersAllow);
    }

    public static int FirstBowl(bool overlap)
    {
        var boil = Recipe.Minutes(Work.Boil);
        var prepare = Recipe.Minutes(Work.Prepare);
        var ready = boil + prepare;
        return ready + Recipe.Minutes(Work.Cook) + Recipe.Minutes(Work.Serve);
    }

    public static Limit Bottleneck(int chefs, int burners)
    {
        var hands = (long)chefs * BurnerMinutes;
        var heat = (long)burners * HandMinutes;
        return hands < heat ? Limit.Hands
            : hands > heat ? Limit.Burners
            : Limit.Both;
    }
}
