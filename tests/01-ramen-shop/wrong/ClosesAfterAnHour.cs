// wrong: an evening ends after an hour, whoever still waits
// fails: Every_bowl_gets_its_four_steps, An_evening_of_more_than_a_day_is_planned_to_its_end
// may fail: A_chef_who_does_not_overlap_stays_with_the_bowl, Nothing_waits_while_all_it_needs_is_free, No_step_starts_before_what_it_stands_on, The_older_order_goes_first
// says: "Every bowl is boiled, prepared, cooked and served once"

namespace Katas.RamenShop;

public static class Planner
{
    public static IReadOnlyList<Step> Plan(int bowls, int chefs, int burners, bool overlap)
    {
        var kitchen = new Kitchen(chefs, burners);
        for (var minute = 0; minute < 60; minute++)
        {
            for (var bowl = 1; bowl <= bowls; bowl++) // the older order is asked first
            {
                foreach (var work in Recipe.Steps)
                {
                    if (
                        !kitchen.HasStarted(bowl, work)
                        && IsReady(kitchen, bowl, work, minute, overlap)
                    )
                        StartIfFree(kitchen, bowl, work, minute, overlap);
                }
            }
        }
        return kitchen.Steps;
    }

    private static bool IsReady(Kitchen kitchen, int bowl, Work work, int minute, bool overlap) =>
        work switch
        {
            Work.Boil => true,
            Work.Prepare when overlap => kitchen.HasStarted(bowl, Work.Boil),
            Work.Prepare => kitchen.IsDone(bowl, Work.Boil, minute),
            Work.Cook => kitchen.IsDone(bowl, Work.Boil, minute)
                && kitchen.IsDone(bowl, Work.Prepare, minute),
            _ => kitchen.IsDone(bowl, Work.Cook, minute),
        };

    private static void StartIfFree(Kitchen kitchen, int bowl, Work work, int minute, bool overlap)
    {
        var needsBurner = Recipe.NeedsBurner(work);
        var needsChef = !overlap || Recipe.NeedsHands(work);
        var burner = needsBurner ? kitchen.FreeBurner(minute) : null;
        var chef = needsChef ? kitchen.ChefOf(bowl) : null; // a chef who stands by takes every step of the bowl
        if (needsChef)
            chef ??= kitchen.FreeChef(minute);
        if ((needsBurner && burner is null) || (needsChef && chef is null))
            return; // what it needs is taken: it asks again in the next minute

        kitchen.Start(
            new Step(bowl, work, minute, chef, burner),
            chefStays: !overlap && work != Work.Serve
        );
    }
}
