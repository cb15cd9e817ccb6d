// wrong: compares heads with burners, not what each of them allows
// fails: Two_chefs_at_four_burners_are_short_of_burners, Three_chefs_and_seven_burners_are_in_balance, One_more_tips_the_balance, A_chain_of_kitchens_has_a_bottleneck_too
// says: "seven burners and three chefs are an exact match"
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
        var ready = overlap ? Math.Max(boil, prepare) : boil + prepare;
        return ready + Recipe.Minutes(Work.Cook) + Recipe.Minutes(Work.Serve);
    }

    public static Limit Bottleneck(int chefs, int burners)
    {
        var hands = chefs;
        var heat = burners;
        return hands < heat ? Limit.Hands
            : hands > heat ? Limit.Burners
            : Limit.Both;
    }
}
