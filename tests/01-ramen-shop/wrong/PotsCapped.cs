// wrong: no bowl is begun while twice as many as there are burners are under way, though a burner is free
// fails: Nothing_waits_while_all_it_needs_is_free
// may fail: An_evening_of_more_than_a_day_is_planned_to_its_end
// says: "could start at minute"

namespace Katas.RamenShop;

public static class Planner
{
    public static IReadOnlyList<Step> Plan(int bowls, int chefs, int burners, bool overlap)
    {
        var kitchen = new Kitchen(chefs, burners);
        for (var minute = 0; kitchen.Steps.Count < 4 * bowls; minute++)
        {
            for (var bowl = 1; bowl <= bowls; bowl++)
            {
                foreach (var work in Recipe.Steps)
                    Try(kitchen, bowl, work, minute, overlap);
            }
        }
        return kitchen.Steps;
    }

    private static void Try(Kitchen kitchen, int bowl, Work work, int minute, bool overlap)
    {
        if (kitchen.HasStarted(bowl, work) || !IsReady(kitchen, bowl, work, minute, overlap))
            return;
        var needsBurner = Recipe.NeedsBurner(work);
        var needsChef = !overlap || Recipe.NeedsHands(work);
        int? burner = needsBurner ? kitchen.FreeBurner(minute) : null;
        int? chef = needsChef ? kitchen.ChefOf(bowl) ?? kitchen.FreeChef(minute) : null;
        if ((needsBurner && burner is null) || (needsChef && chef is null))
            return;
        kitchen.Start(
            new Step(bowl, work, minute, chef, burner),
            chefStays: !overlap && work != Work.Serve
        );
    }

    private static bool IsReady(Kitchen kitchen, int bowl, Work work, int minute, bool overlap) =>
        work switch
        {
            Work.Boil => kitchen.Steps.Count(s => s.Work == Work.Boil)
                - kitchen.Steps.Count(s => s.Work == Work.Serve)
                < 2
                    * Math.Max(
                        2,
                        kitchen.Steps.Count == 0 ? 2 : kitchen.Steps.Max(s => s.Burner ?? 0)
                    ),
            Work.Prepare when overlap => kitchen.HasStarted(bowl, Work.Boil),
            Work.Prepare => kitchen.IsDone(bowl, Work.Boil, minute),
            Work.Cook => kitchen.IsDone(bowl, Work.Boil, minute)
                && kitchen.IsDone(bowl, Work.Prepare, minute),
            _ => kitchen.IsDone(bowl, Work.Cook, minute),
        };
}
