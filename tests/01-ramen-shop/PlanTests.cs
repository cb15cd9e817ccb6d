using Katas.Harness.Testing;

namespace Katas.RamenShop;

[Kata(4, typeof(Planner), nameof(Planner.Plan))]
public class PlanTests
{
    [Test]
    public void An_evening_without_orders_has_nothing_to_do() =>
        Assert.That(
            Planner.Plan(bowls: 0, chefs: 1, burners: 4, overlap: true),
            Is.Empty,
            "No bowl is ordered, so no step is planned: look at when your loop ends."
        );

    [Test]
    public void Every_bowl_gets_its_four_steps() =>
        ForSeveralEvenings(plan =>
        {
            for (var bowl = 1; bowl <= plan.Evening.Bowls; bowl++)
            {
                foreach (var work in Recipe.Steps)
                    plan.Find(bowl, work);
            }
            Assert.That(
                plan.Steps,
                Has.Count.EqualTo(4 * plan.Evening.Bowls),
                () => $"The plan has steps for bowls that nobody ordered. {plan.Picture}"
            );
        });

    [TestCase(false)]
    [TestCase(true)]
    public void An_evening_of_more_than_a_day_is_planned_to_its_end(bool overlap)
    {
        var steps = Planner.Plan(bowls: 250, chefs: 1, burners: 1, overlap);

        Assert.That(
            steps,
            Has.Count.EqualTo(4 * 250),
            $"250 bowls at one burner {(overlap ? "with" : "without")} overlap take more than a day, and each has four steps. Look at what ends your loop."
        );
    }

    [Test]
    public void A_step_keeps_busy_what_it_needs_and_no_more() =>
        ForEachStep(
            (plan, step) =>
            {
                var needsChef = !plan.Evening.Overlap || Recipe.NeedsHands(step.Work);

                Assert.That(
                    (IsOneOf(step.Chef, plan.Evening.Chefs), step.Chef is null),
                    Is.EqualTo((needsChef, !needsChef)),
                    () =>
                        $"{step.Work} of bowl {step.Bowl} has chef {Show(step.Chef)}, but {(needsChef ? "keeps one chef of this kitchen" : "keeps no chef")} busy. {plan.Picture}"
                );
                var needsBurner = Recipe.NeedsBurner(step.Work);
                Assert.That(
                    (IsOneOf(step.Burner, plan.Evening.Burners), step.Burner is null),
                    Is.EqualTo((needsBurner, !needsBurner)),
                    () =>
                        $"{step.Work} of bowl {step.Bowl} has burner {Show(step.Burner)}, but {(needsBurner ? "keeps one burner of this kitchen" : "keeps no burner")} busy. {plan.Picture}"
                );
            }
        );

    [Test]
    public void No_step_starts_before_what_it_stands_on() =>
        ForEachStep(
            (plan, step) =>
                Assert.That(
                    step.Start,
                    Is.AtLeast(plan.ReadyAt(step)),
                    () =>
                        $"{step.Work} of bowl {step.Bowl} starts at minute {step.Start}, before what it stands on. A bowl cooks when it is boiled and prepared, and is served when it is cooked. {plan.Picture}"
                )
        );

    [Test]
    public void A_chef_does_one_thing_at_a_time() =>
        ForSeveralEvenings(plan => AssertNoOverlap(plan, "chef", step => step.Chef));

    [Test]
    public void A_burner_heats_one_pot_at_a_time() =>
        ForSeveralEvenings(plan => AssertNoOverlap(plan, "burner", step => step.Burner));

    [Test]
    public void A_chef_who_does_not_overlap_stays_with_the_bowl() =>
        ForEachStep(
            (plan, step) =>
            {
                if (plan.Evening.Overlap)
                    return;
                var chef = plan.Find(step.Bowl, Work.Boil).Chef;
                Assert.That(
                    step.Chef,
                    Is.EqualTo(chef),
                    () =>
                        $"Chef {Show(chef)} began bowl {step.Bowl}, so {step.Work} is that chef's too. {plan.Picture}"
                );
                var intruder = plan.Steps.FirstOrDefault(other =>
                    other.Bowl != step.Bowl
                    && other.Chef == chef
                    && other.Start >= plan.Find(step.Bowl, Work.Boil).Start
                    && other.Start < plan.Find(step.Bowl, Work.Serve).End
                );
                Assert.That(
                    intruder,
                    Is.Null,
                    () =>
                        $"Chef {Show(chef)} turns to another bowl before bowl {step.Bowl} is served. {plan.Picture}"
                );
            }
        );

    [Test]
    public void Nothing_waits_while_all_it_needs_is_free() =>
        ForEachStep(
            (plan, step) =>
            {
                for (var minute = plan.ReadyAt(step); minute < step.Start; minute++)
                {
                    var free =
                        (!Recipe.NeedsBurner(step.Work) || plan.IsBurnerFree(minute))
                        && (!plan.WaitsForChef(step) || plan.IsChefFree(minute));
                    Assert.That(
                        free,
                        Is.False,
                        () =>
                            $"{step.Work} of bowl {step.Bowl} could start at minute {minute}: all it stands on is done, and what it needs is free. It waits until minute {step.Start}. {plan.Picture}"
                    );
                }
            }
        );

    [Test]
    public void The_older_order_goes_first() =>
        ForEachStep(
            (plan, step) =>
            {
                var pushedIn = plan.Steps.FirstOrDefault(other =>
                    other.Bowl > step.Bowl
                    && other.Start >= plan.ReadyAt(step)
                    && other.Start < step.Start
                    && (
                        (Recipe.NeedsBurner(step.Work) && Recipe.NeedsBurner(other.Work))
                        || (plan.WaitsForChef(step) && plan.WaitsForChef(other))
                    )
                );
                Assert.That(
                    pushedIn,
                    Is.Null,
                    () =>
                        $"{step.Work} of bowl {step.Bowl} was ready at minute {plan.ReadyAt(step)}, but {pushedIn?.Work} of the younger bowl {pushedIn?.Bowl} was let in first. {plan.Picture}"
                );
            }
        );

    [Test]
    public async Task Plans_of_several_kitchens_look_like_this()
    {
        var pictures = Evening.Several.Select(evening =>
            $"{evening}\n\n{PlanPicture.Canonical(evening.Plan())}"
        );

        await Verify(string.Join("\n\n\n", pictures));
    }

    private static void ForSeveralEvenings(Action<EveningPlan> check)
    {
        foreach (var evening in Evening.Many)
            check(evening.Plan());
    }

    private static void ForEachStep(Action<EveningPlan, Step> check) =>
        ForSeveralEvenings(plan =>
        {
            foreach (var step in plan.Steps)
                check(plan, step);
        });

    private static void AssertNoOverlap(EveningPlan plan, string kind, Func<Step, int?> resource)
    {
        foreach (var lane in plan.Steps.Where(step => resource(step) is not null).GroupBy(resource))
        {
            var inOrder = lane.OrderBy(step => step.Start).ToList();
            foreach (var (first, second) in inOrder.Zip(inOrder.Skip(1)))
            {
                Assert.That(
                    second.Start,
                    Is.AtLeast(first.End),
                    () =>
                        $"At minute {second.Start}, {kind} {lane.Key} is to {second.Work} bowl {second.Bowl} while still busy with {first.Work} of bowl {first.Bowl}. {plan.Picture}"
                );
            }
        }
    }

    private static bool IsOneOf(int? number, int count) => number >= 1 && number <= count;

    private static string Show(int? number) => number is { } n ? $"{n}" : "nobody";
}
