using Katas.Harness.Bench.Suite;

namespace Katas.Harness.Bench;

public class RowTests
{
    [TestCase(90, 100, 0.95, true)]
    [TestCase(96, 100, 0.95, false)]
    public void A_goal_is_a_share_of_the_peers_figure(
        double ours,
        double peer,
        double goal,
        bool met
    )
    {
        var row = Row.Against("start", ours, peer, "Python", "ms", goal);

        Assert.That(row.Ratio, Is.EqualTo(ours / peer));
        Assert.That(row.Met, Is.EqualTo(met));
    }

    [Test]
    public void Without_a_peer_no_goal_is_met_or_missed()
    {
        var row = Row.Against("start", 90, null, "Python", "ms", 1);

        Assert.That((row.Ratio, row.Met), Is.EqualTo(((double?)null, (bool?)null)));
    }

    [TestCase(300, true)]
    [TestCase(300.1, false)]
    public void The_suite_has_goals_in_seconds(double seconds, bool met) =>
        Assert.That(new SuiteRow("solutions", "", 600, seconds, 300).Met, Is.EqualTo(met));

    [Test]
    public void The_suites_ratio_is_new_over_old()
    {
        Assert.That(new SuiteRow("engine", "", 0.5, 0.25, 1).Ratio, Is.EqualTo(0.5));
        Assert.That(new SuiteRow("engine", "", null, 0.25, 1).Ratio, Is.Null);
    }
}
