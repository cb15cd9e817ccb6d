using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.CuttingTheWork;

[Kata(1, typeof(Cutting), nameof(Cutting.Split))]
public class SplitTests
{
    [Test]
    public void Ten_items_for_three_are_four_three_and_three()
    {
        var shares = Cutting.Split(10, 3);

        Assert.That(
            shares.Select(share => share.Count).OrderDescending(),
            Is.EqualTo(new[] { 4, 3, 3 }),
            $"10 / 3 is 3, and one is left over that must be somebody's. {ShareRules.Show(shares)}"
        );
    }

    [Test]
    public void Nothing_is_lost_and_nothing_is_given_out_twice() =>
        Properties.ForAllCounts(
            (count, parts) => ShareRules.Cover(Cutting.Split(count, parts), count)
        );

    [Test]
    public void No_share_is_empty() =>
        Properties.ForAllCounts((count, parts) => ShareRules.NotEmpty(Cutting.Split(count, parts)));

    [Test]
    public void No_share_is_two_items_larger_than_another() =>
        Properties.ForAllCounts((count, parts) => ShareRules.Even(Cutting.Split(count, parts)));

    [Test]
    public void There_are_as_many_shares_as_asked_for_or_as_there_are_items() =>
        Properties.ForAllCounts(
            (count, parts) => ShareRules.Number(Cutting.Split(count, parts), Math.Min(count, parts))
        );

    [Test]
    public void Shares_stay_as_they_are_when_something_else_is_cut()
    {
        var shares = Cutting.Split(10, 3);
        var before = ShareRules.Show(shares);

        Cutting.Split(4, 2);

        Assert.That(
            ShareRules.Show(shares),
            Is.EqualTo(before),
            "Ten items were cut, then four others, and the shares of the ten were not what they had been. Look for a list that all calls have in common."
        );
    }

    [Test]
    public void Two_thousand_million_items_can_be_cut_too()
    {
        var shares = Cutting.Split(int.MaxValue, 7);

        Assert.That(
            ShareRules.Cover(shares, int.MaxValue) ?? ShareRules.Even(shares),
            Is.Null,
            "The largest number of items: look for a product that no int can hold."
        );
    }

    [Test]
    public void Any_number_of_parts_may_be_asked_for()
    {
        var shares = HangGuard.Run(
            () => Cutting.Split(3, int.MaxValue),
            "3 items to be cut for two thousand million parts, of which all but 3 get nothing and need cost nothing",
            limit: TimeSpan.FromSeconds(2)
        );

        Assert.That(
            shares.Select(share => share.Count),
            Is.EqualTo(new[] { 1, 1, 1 }),
            "3 items for two thousand million parts: one each, and no part without. Look for a sum or a product that no int can hold."
        );
    }
}
