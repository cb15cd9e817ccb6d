namespace Katas.RamenShop;

/// <summary>What the learner's planner answered, with the questions that the tests ask of it.</summary>
internal sealed class EveningPlan(Evening evening, IReadOnlyList<Step> steps)
{
    public Evening Evening { get; } = evening;

    public IReadOnlyList<Step> Steps { get; } = steps;

    /// <summary>The kitchen and the plan as lanes, for the message of a failed test.</summary>
    public string Picture => $"{Evening}\n{PlanPicture.AsPlanned(this)}";

    /// <summary>A step of a bowl; a plan without it fails the test that asks.</summary>
    public Step Find(int bowl, Work work)
    {
        var found = Steps.Where(step => step.Bowl == bowl && step.Work == work).ToList();
        Assert.That(
            found,
            Has.Count.EqualTo(1),
            () =>
                $"Every bowl is boiled, prepared, cooked and served once; look at {work} of bowl {bowl}. {Picture}"
        );
        return found[0];
    }

    /// <summary>The first minute in which a step could start, if every chef and burner were free.</summary>
    public int ReadyAt(Step step) =>
        step.Work switch
        {
            Work.Boil => 0,
            Work.Prepare when Evening.Overlap => Find(step.Bowl, Work.Boil).Start,
            Work.Prepare => Find(step.Bowl, Work.Boil).End,
            Work.Cook => Math.Max(
                Find(step.Bowl, Work.Boil).End,
                Find(step.Bowl, Work.Prepare).End
            ),
            _ => Find(step.Bowl, Work.Cook).End,
        };

    /// <summary>Whether a step has to wait for a chef; one who stands by at the bowl is there already.</summary>
    public bool WaitsForChef(Step step) =>
        Evening.Overlap ? Recipe.NeedsHands(step.Work) : step.Work == Work.Boil;

    public bool IsChefFree(int minute) =>
        Evening.Overlap
            ? Steps.Count(step => Recipe.NeedsHands(step.Work) && Covers(step, minute))
                < Evening.Chefs
            : BowlsInHand(minute) < Evening.Chefs;

    public bool IsBurnerFree(int minute) =>
        Steps.Count(step => Recipe.NeedsBurner(step.Work) && Covers(step, minute))
        < Evening.Burners;

    private int BowlsInHand(int minute) =>
        Enumerable
            .Range(1, Evening.Bowls)
            .Count(bowl =>
                Find(bowl, Work.Boil).Start <= minute && minute < Find(bowl, Work.Serve).End
            );

    private static bool Covers(Step step, int minute) => step.Start <= minute && minute < step.End;
}
