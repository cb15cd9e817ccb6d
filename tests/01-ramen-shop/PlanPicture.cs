using Katas.Harness.Pictures;

namespace Katas.RamenShop;

/// <summary>Draws a plan as lanes: a line for each chef and burner.</summary>
internal static class PlanPicture
{
    /// <summary>With the chefs and burners that the plan names.</summary>
    public static string AsPlanned(EveningPlan plan) =>
        Draw(plan.Evening, plan.Steps.SelectMany(step => Bars(step, step.Chef, step.Burner)));

    /// <summary>
    /// With chefs and burners numbered again, in the order of the bowls and the lowest number first, so that plans that differ only in which of
    /// several free chefs or burners is taken look the same.
    /// </summary>
    public static string Canonical(EveningPlan plan)
    {
        var chefFreeAt = new int[plan.Evening.Chefs];
        var burnerFreeAt = new int[plan.Evening.Burners];
        var chefOfBowl = new Dictionary<int, int>();
        var bars = new List<LaneBar>();
        foreach (var step in plan.Steps.OrderBy(step => step.Start).ThenBy(step => step.Bowl))
        {
            int? burner = step.Burner is null ? null : Take(burnerFreeAt, step.Start, step.End);
            int? chef = null;
            if (step.Chef is not null && !chefOfBowl.ContainsKey(step.Bowl))
            {
                var until = plan.Evening.Overlap ? step.End : plan.Find(step.Bowl, Work.Serve).End;
                chef = Take(chefFreeAt, step.Start, until);
                if (!plan.Evening.Overlap)
                    chefOfBowl.Add(step.Bowl, chef.Value);
            }
            else if (step.Chef is not null)
            {
                chef = chefOfBowl[step.Bowl];
            }
            bars.AddRange(Bars(step, chef, burner));
        }
        return Draw(plan.Evening, bars);
    }

    private static int Take(int[] freeAt, int start, int end)
    {
        var index = Array.FindIndex(freeAt, free => free <= start);
        Assert.That(index, Is.Not.Negative, $"More is in use at minute {start} than there is.");
        freeAt[index] = end;
        return index + 1;
    }

    private static IEnumerable<LaneBar> Bars(Step step, int? chef, int? burner)
    {
        var label = $"{step.Work.ToString()[0]}{step.Bowl}";
        if (chef is { } c)
            yield return new($"chef {c}", step.Start, step.End, label);
        if (burner is { } b)
            yield return new($"burner {b}", step.Start, step.End, label);
    }

    private static string Draw(Evening evening, IEnumerable<LaneBar> bars)
    {
        var all = bars.ToList();
        var lanes = Enumerable
            .Range(1, evening.Chefs)
            .Select(chef => $"chef {chef}")
            .Concat(Enumerable.Range(1, evening.Burners).Select(burner => $"burner {burner}"))
            .Union(all.Select(bar => bar.Lane))
            .ToList();
        return LaneChart.Draw(lanes, all);
    }
}
