using Katas.Harness.Testing;

namespace Katas.RamenShop;

[Kata(3, typeof(Shop), nameof(Shop.Bottleneck))]
public class BottleneckTests
{
    [Test]
    public void One_chef_at_four_burners_is_short_of_hands() =>
        Check(1, 4, Limit.Hands, "Hands allow 20 bowls, burners 34.3.");

    [Test]
    public void Two_chefs_at_four_burners_are_short_of_burners() =>
        Check(2, 4, Limit.Burners, "Hands allow 40 bowls, burners 34.3.");

    [TestCase(3, 7)]
    [TestCase(300_000_000, 700_000_000)]
    [TestCase(900_000_000, 2_100_000_000)]
    public void Three_chefs_and_seven_burners_are_in_balance(int chefs, int burners) =>
        Check(
            chefs,
            burners,
            Limit.Both,
            "A burner makes a bowl every 7 minutes, a chef every 3: seven burners and three chefs are an exact match."
        );

    [TestCase(300_000_001, 700_000_000, Limit.Burners)]
    [TestCase(300_000_000, 700_000_001, Limit.Hands)]
    [TestCase(900_000_001, 2_100_000_000, Limit.Burners)]
    [TestCase(900_000_000, 2_100_000_001, Limit.Hands)]
    public void One_more_tips_the_balance(int chefs, int burners, Limit expected) =>
        Check(
            chefs,
            burners,
            expected,
            "One more on one side of an exact match makes the other side the bottleneck, in a chain of kitchens too. Compare whole numbers, in a type that holds them."
        );

    [TestCase(400_000_000, 1, Limit.Burners)]
    [TestCase(700_000_000, 300_000_000, Limit.Burners)]
    [TestCase(int.MaxValue, int.MaxValue, Limit.Burners)]
    [TestCase(1, 1_000_000_000, Limit.Hands)]
    [TestCase(300_000_000, 2_000_000_000, Limit.Hands)]
    public void A_chain_of_kitchens_has_a_bottleneck_too(int chefs, int burners, Limit expected) =>
        Check(
            chefs,
            burners,
            expected,
            "Seven times as many chefs, or three times as many burners, are more than an int can hold. Compare whole numbers, in a type that holds them."
        );

    private static void Check(int chefs, int burners, Limit expected, string why)
    {
        var limit = Shop.Bottleneck(chefs, burners);

        Assert.That(limit, Is.EqualTo(expected), $"chefs {chefs}, burners {burners}. {why}");
    }
}
