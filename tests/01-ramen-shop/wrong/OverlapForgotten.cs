// wrong: a chef is busy for the whole ten minutes, overlap or not
// fails: A_chef_who_overlaps_makes_20_bowls, Two_chefs_run_out_of_burners, Two_chefs_on_five_burners_make_40_bowls, A_chain_of_kitchens_makes_so_many_bowls
// fails: A_third_chef_at_four_burners_adds_nothing
// says: "boiling and cooking need no hands"
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
        var chefMinutes = HandMinutes + BurnerMinutes;
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
        var hands = (long)chefs * BurnerMinutes;
        var heat = (long)burners * HandMinutes;
        return hands < heat ? Limit.Hands
            : hands > heat ? Limit.Burners
            : Limit.Both;
    }
}
