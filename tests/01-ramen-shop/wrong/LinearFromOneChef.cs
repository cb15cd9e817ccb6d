// wrong: what one chef makes at this kitchen, times the number of chefs
// fails: Two_chefs_run_out_of_burners, More_chefs_do_not_help_at_one_burner, Chefs_who_stand_by_run_out_of_burners_too, A_chain_of_kitchens_makes_so_many_bowls
// fails: A_third_chef_at_four_burners_adds_nothing
// says: "Two chefs have hands for 40 bowls"
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
        var handsAllow = 60.0 / chefMinutes;
        var burnersAllow = 60.0 * burners / BurnerMinutes;
        return chefs * Math.Min(handsAllow, burnersAllow);
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
