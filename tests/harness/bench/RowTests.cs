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

    [TestCase(0, 0, null, true)]
    [TestCase(1, 0, null, false)]
    [TestCase(1, 4, 0.25, true)]
    public void Where_none_is_the_best_the_counts_are_compared(
        int ours,
        int peer,
        double? ratio,
        bool met
    )
    {
        var row = Row.OfCounts("bugs missed", ours, peer, "Coyote", "bugs");

        Assert.That((row.Ratio, row.Met), Is.EqualTo((ratio, (bool?)met)));
    }

    [TestCase("1 7 0.25 Deadlock detected. Op(1) waits", "0 1000 2", 7, false)]
    [TestCase("0 10000 9", "1 3 0.5 Unhandled exception.", null, true)]
    [TestCase("1 1 2 Potential deadlock or hang", "0 1000 2", 1, false)]
    [TestCase("1 1 2 Potential deadlock or hang", "1 1 2 Potential deadlock or hang", null, false)]
    [TestCase("1 1 2 Potential deadlock or hang", "it crashed", null, false)]
    public void A_guess_that_Coyote_makes_of_both_programs_tells_nothing(
        string buggy,
        string mended,
        int? first,
        bool isFalseAlarm
    ) =>
        Assert.That(
            CorpusComparison.Judge(CoyoteRun.Parse(buggy), CoyoteRun.Parse(mended)),
            Is.EqualTo((first, isFalseAlarm))
        );

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
