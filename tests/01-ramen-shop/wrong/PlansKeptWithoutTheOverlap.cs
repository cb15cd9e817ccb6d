// wrong: plans are kept, and a kitchen with overlap gets that of the same one without
// fails: A_step_keeps_busy_what_it_needs_and_no_more, No_step_starts_before_what_it_stands_on, A_chef_who_does_not_overlap_stays_with_the_bowl, Nothing_waits_while_all_it_needs_is_free
// says: "keeps no chef"
namespace Katas.RamenShop;

/// <summary>Says who does what when.</summary>
public static class Planner
{
    /// <summary>
    /// Kata 4. Plans an evening: every step of every bowl, with the chef and the burner it keeps busy.
    /// </summary>
    /// <remarks>
    /// <para>All orders are there at minute 0. A bowl cooks when it is boiled and prepared, and is served when it is cooked.</para>
    /// <para>With overlap, a bowl may be prepared as soon as its water is on the burner; boiling and cooking need no chef, and any free chef
    /// takes the next step. Without overlap, one chef does the four steps of a bowl one after the other, stands by while it boils, cooks or
    /// waits for a burner, and is free for another bowl only when it is served.</para>
    /// <para>A chef and a burner do one thing at a time, and what has started is finished. Every step starts as soon as it can; where two
    /// bowls want the same chef or burner, the older order (the lower number) goes first. Which of several free chefs or burners is taken
    /// does not matter.</para>
    /// <para><see cref="Kitchen"/> keeps the book of who is busy until when; when to start what is yours to decide.</para>
    /// </remarks>
    /// <param name="bowls">How many bowls are ordered; 0 or more.</param>
    /// <param name="chefs">How many chefs there are; at least 1.</param>
    /// <param name="burners">How many burners there are; at least 1.</param>
    /// <param name="overlap">Whether a chef turns to another bowl while one boils or cooks.</param>
    /// <returns>Four steps a bowl, in any order.</returns>
    private static readonly Dictionary<(int, int, int), IReadOnlyList<Step>> s_plans = [];

    public static IReadOnlyList<Step> Plan(int bowls, int chefs, int burners, bool overlap)
    {
        if (s_plans.TryGetValue((bowls, chefs, burners), out var known))
            return known;
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
        s_plans[(bowls, chefs, burners)] = kitchen.Steps;
        return kitchen.Steps;
    }

    /// <summary>Whether all that a step stands on is there.</summary>
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
