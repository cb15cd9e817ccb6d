using Katas.Harness.Testing;

namespace Katas.RamenShop;

[Kata(2, typeof(Shop), nameof(Shop.FirstBowl))]
public class FirstBowlTests
{
    [Test]
    public void The_first_guest_waits_10_minutes_when_the_chef_stands_by()
    {
        var minutes = Shop.FirstBowl(overlap: false);

        Assert.That(minutes, Is.EqualTo(10), "One step after the other: 3 + 2 + 4 + 1.");
    }

    [Test]
    public void The_first_guest_waits_8_minutes_when_the_chef_prepares_during_the_boil()
    {
        var minutes = Shop.FirstBowl(overlap: true);

        Assert.That(
            minutes,
            Is.EqualTo(8),
            "The 2 minutes of preparing pass within the 3 minutes of the boil. Cooking and serving still have to wait for what is before them."
        );
    }
}
