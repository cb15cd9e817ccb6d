// wrong: a kitchen of more than eight chefs or burners is planned as one of eight
// fails: Nothing_waits_while_all_it_needs_is_free
// says: "could start at minute"

namespace Katas.RamenShop;

public static class Planner
{
    public static IReadOnlyList<Step> Plan(int bowls, int chefs, int burners, bool overlap)
    {
        chefs = Math.Min(chefs, 8);
        burners = Math.Min(burners, 8);
        var kitchen = new Kitchen(chefs, burners);
        for (var minute = 0; kitchen.Steps.Count < bowls * Recipe.Steps.Count; minute++)
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
