namespace Katas.Harness.Pictures.Tests;

public class LaneChartTests
{
    [Test]
    public void A_lane_shows_each_bar_where_its_time_is()
    {
        var picture = LaneChart.Draw(
            ["chef 1", "burner 1"],
            [new("chef 1", 0, 2, "P1"), new("chef 1", 7, 8, "S1"), new("burner 1", 0, 3, "B1")]
        );

        Assert.That(
            picture.Split('\n'),
            Is.EqualTo(
                new[]
                {
                    "          0              5",
                    "chef 1    P1----...............S1-",
                    "burner 1  B1-------...............",
                }
            )
        );
    }

    [Test]
    public void Two_bars_at_one_time_are_seen()
    {
        var picture = LaneChart.Draw(["a"], [new("a", 0, 2, "x"), new("a", 1, 3, "y")], 2);

        Assert.That(picture.Split('\n')[1], Is.EqualTo("a  x-##--"));
    }

    [Test]
    public void A_label_is_cut_to_its_bar()
    {
        var picture = LaneChart.Draw(["a"], [new("a", 0, 1, "long")], 2);

        Assert.That(picture.Split('\n')[1], Is.EqualTo("a  lo"));
    }

    [Test]
    public void Lanes_without_bars_are_drawn_empty() =>
        Assert.That(LaneChart.Draw(["a", "b"], []), Is.EqualTo("   0\na  \nb  "));

    [TestCase("nobody", 0, 1)]
    [TestCase("a", -1, 1)]
    [TestCase("a", 2, 2)]
    public void A_bar_without_a_place_is_refused(string lane, int start, int end) =>
        Assert.That(
            () => LaneChart.Draw(["a"], [new(lane, start, end, "x")]),
            Throws.ArgumentException.With.Message.Contains("has no place in the picture")
        );
}
