using Katas.Harness.Testing;

namespace Katas.RamenShop;

[Kata(1, typeof(Shop), nameof(Shop.BowlsPerHour))]
public class BowlsPerHourTests
{
    [Test]
    public void A_chef_who_stands_by_makes_6_bowls() =>
        Check(
            chefs: 1,
            burners: 4,
            overlap: false,
            expected: 6,
            "A chef who stays with a bowl from the first minute to the last is busy with it for 10 minutes."
        );

    [Test]
    public void A_chef_who_overlaps_makes_20_bowls() =>
        Check(
            chefs: 1,
            burners: 4,
            overlap: true,
            expected: 20,
            "A chef who overlaps is busy with a bowl for 2 + 1 minutes: boiling and cooking need no hands."
        );

    [Test]
    public void Two_chefs_run_out_of_burners() =>
        Check(
            chefs: 2,
            burners: 4,
            overlap: true,
            expected: 240 / 7.0,
            "Two chefs have hands for 40 bowls, but each bowl lies on a burner for 3 + 4 minutes, and there are four burners."
        );

    [TestCase(3)]
    [TestCase(40)]
    public void A_third_chef_at_four_burners_adds_nothing(int chefs) =>
        Check(
            chefs,
            burners: 4,
            overlap: true,
            expected: 240 / 7.0,
            "Two chefs fill four burners already: more hands change nothing. Work it out from the minutes, not from the lesson's figures."
        );

    [Test]
    public void Two_chefs_on_five_burners_make_40_bowls() =>
        Check(
            chefs: 2,
            burners: 5,
            overlap: true,
            expected: 40,
            "Five burners allow 42.9 bowls: more than two chefs have hands for."
        );

    [Test]
    public void More_chefs_do_not_help_at_one_burner() =>
        Check(
            chefs: 7,
            burners: 1,
            overlap: true,
            expected: 60 / 7.0,
            "One burner is busy with a bowl for 3 + 4 minutes, however many chefs look on. The figure is not rounded."
        );

    [Test]
    public void Two_chefs_who_stand_by_make_12_bowls() =>
        Check(
            chefs: 2,
            burners: 4,
            overlap: false,
            expected: 12,
            "Twice the hands, and burners enough: twice the bowls."
        );

    [Test]
    public void Chefs_who_stand_by_run_out_of_burners_too() =>
        Check(
            chefs: 5,
            burners: 2,
            overlap: false,
            expected: 120 / 7.0,
            "Five chefs who stand by could make 30 bowls, but two burners at 7 minutes a bowl allow fewer."
        );

    [TestCase(700_000_000, int.MaxValue, true, 14e9)]
    [TestCase(700_000_000, int.MaxValue, false, 4.2e9)]
    [TestCase(int.MaxValue, 700_000_000, true, 6e9)]
    [TestCase(9, 70, true, 180)]
    public void A_chain_of_kitchens_makes_so_many_bowls(
        int chefs,
        int burners,
        bool overlap,
        double expected
    ) =>
        Check(
            chefs,
            burners,
            overlap,
            expected,
            "A chain of kitchens counts like one: 60 minutes times the chefs, or the burners, may be more than an int can hold."
        );

    private static void Check(int chefs, int burners, bool overlap, double expected, string why)
    {
        var bowls = Shop.BowlsPerHour(chefs, burners, overlap);

        Assert.That(
            bowls,
            Is.EqualTo(expected).Within(1e-9),
            $"chefs {chefs}, burners {burners}, overlap {overlap}. {why}"
        );
    }
}
