// wrong: the plan ends after 480 minutes, whatever was ordered
// fails: An_evening_of_more_than_a_day_is_planned_to_its_end
// says: "Look at what ends your loop"

namespace Katas.RamenShop;

public static class Planner
{
    public static IReadOnlyList<Step> Plan(int bowls, int chefs, int burners, bool overlap)
    {
        var kitchen = new Kitchen(chefs, burners);
        for (var minute = 0; kitchen.Steps.Count < 4 * bowls && minute < 480; minute++)
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
            Work.Boil => true,
            Work.Prepare when overlap => kitchen.HasStarted(bowl, Work.Boil),
            Work.Prepare => kitchen.IsDone(bowl, Work.Boil, minute),
            Work.Cook => kitchen.IsDone(bowl, Work.Boil, minute)
                && kitchen.IsDone(bowl, Work.Prepare, minute),
            _ => kitchen.IsDone(bowl, Work.Cook, minute),
        };
}
