using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.CuttingTheWork;

[Kata(2, typeof(Cutting), nameof(Cutting.SplitByCost))]
public class SplitByCostTests
{
    [Test]
    public void An_expensive_item_is_a_share_of_its_own()
    {
        var shares = Cutting.SplitByCost([1, 1, 1, 1, 1, 10], 2);

        Assert.That(
            shares,
            Is.EqualTo(new[] { new Share(0, 5), new Share(5, 1) }),
            $"Five cheap items cost half as much as the sixth. Three and three would be equal in number, 3 against 12 in cost. {ShareRules.Show(shares)}"
        );
    }

    [Test]
    public void Nothing_is_lost_and_nothing_is_given_out_twice() =>
        Properties.ForAllCosts(
            (costs, parts) =>
                ShareRules.Cover(Cutting.SplitByCost(Array.AsReadOnly(costs), parts), costs.Length)
        );

    [Test]
    public void No_share_is_empty_and_there_are_no_more_than_asked_for() =>
        Properties.ForAllCosts(
            (costs, parts) =>
                Cutting.SplitByCost(Array.AsReadOnly(costs), parts) is var shares
                && shares.Count > parts
                    ? $"there are more shares than parts were asked for. {ShareRules.Show(shares)}"
                    : ShareRules.NotEmpty(shares)
        );

    [Test]
    public void The_dearest_share_is_as_cheap_as_any_cut_can_make_it() =>
        Properties.ForAllCosts(WhyNotBest);

    [Test]
    public void The_dearest_share_of_large_costs_is_as_cheap_as_any_cut_can_make_it() =>
        Properties.ForAllLargeCosts(WhyNotBest);

    [Test]
    public void Costs_may_add_up_to_more_than_an_int_holds()
    {
        int[] costs = [int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue];

        var shares = Cutting.SplitByCost(Array.AsReadOnly(costs), 2);

        Assert.That(
            shares,
            Is.EqualTo(new[] { new Share(0, 2), new Share(2, 2) }),
            $"Four equally expensive items for two: two each. {ShareRules.Show(shares)}"
        );
    }

    [Test]
    public void Many_dear_items_are_cut_in_no_time()
    {
        const int parts = 20;
        int[] costs = [.. Enumerable.Repeat(int.MaxValue, 300)];

        var shares = HangGuard.Run(
            () => Cutting.SplitByCost(Array.AsReadOnly(costs), parts),
            "300 items to be cut into 20 shares. Trying all cuts takes longer than the world is old, and trying all limits one by one nearly as long: a limit can be found by halving",
            limit: TimeSpan.FromSeconds(2)
        );

        Assert.That(
            ShareRules.Cover(shares, costs.Length)
                ?? (shares.Count > parts ? "there are too many shares." : null),
            Is.Null
        );
        Assert.That(
            shares.Max(share => Cost(costs, share)),
            Is.EqualTo(15L * int.MaxValue),
            $"All items cost the same, so 15 of them in each share are the best cut. {ShareRules.Show(shares)}"
        );
    }

    [Test]
    public void More_parts_than_items_are_a_share_for_each_item() =>
        Assert.That(
            Cutting.SplitByCost([5, 1, 3], int.MaxValue).Max(share => share.Count),
            Is.AtMost(2),
            "There is a worker for each item, and the first costs 5: expected no share that costs more."
        );

    [Test]
    public void No_items_need_no_shares() =>
        Assert.That(
            Cutting.SplitByCost([], 3),
            Is.Empty,
            "There is nothing to give out, and nobody gets an empty share."
        );

    private static string? WhyNotBest(int[] costs, int parts)
    {
        var shares = Cutting.SplitByCost(Array.AsReadOnly(costs), parts);
        if (shares.Count > parts)
            return $"there are too many shares: {shares.Count}, and at most {parts} are asked for. {ShareRules.Show(shares)}";
        var dearest = shares.Max(share => Cost(costs, share));
        var possible = Reference.CheapestDearestShare(costs, parts);
        return dearest == possible ? null
            : dearest > possible
                ? $"the most expensive share costs {dearest}, but a cut exists with which it costs {possible}. {ShareRules.Show(shares)}"
            : $"the most expensive share costs {dearest}, and with all items given out it cannot cost less than {possible}. {ShareRules.Show(shares)}";
    }

    private static long Cost(int[] costs, Share share) =>
        Enumerable.Range(share.Start, share.Count).Sum(item => (long)costs[item]);
}
