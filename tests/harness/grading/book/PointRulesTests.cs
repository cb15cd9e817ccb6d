namespace Katas.Harness.Grading.Book;

public class PointRulesTests
{
    private static readonly DateTimeOffset s_due = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [TestCase(Credit.Partial, 5)]
    [TestCase(Credit.Full, 0)]
    public void Half_of_the_tests_are_worth_what_the_credit_says(Credit credit, double points)
    {
        var result = Of(
            new() { Credit = credit, Chapters = Worth(10, ("A", 1)) },
            Grade("A+", "A-")
        );

        Assert.That(result.Score, Is.EqualTo(points));
        Assert.That(result.Most, Is.EqualTo(10));
    }

    [Test]
    public void Katas_share_a_chapters_points_by_weight()
    {
        var result = Of(new() { Chapters = Worth(10, ("A", 3)) }, Grade("A+", "B-"));

        Assert.That(
            result.Katas.Select(kata => (kata.Kata, kata.Score, kata.Most)),
            Is.EqualTo([("A", 7.5, 7.5), ("B", 0, 2.5)])
        );
    }

    [Test]
    public void A_kata_is_worth_one_point_by_default() =>
        Assert.That(Of(new(), Grade("A+", "B+")).Score, Is.EqualTo(2));

    [TestCase(UnstableRule.Red, 0)]
    [TestCase(UnstableRule.Green, 1)]
    public void An_unstable_test_counts_as_the_rule_says(UnstableRule rule, double points)
    {
        var result = Of(new() { Unstable = rule }, Grade("A~"));

        Assert.That(result.Score, Is.EqualTo(points));
        Assert.That(result.Katas[0].Steps, Has.Some.Contains("ended differently"));
    }

    [TestCase(2, 4, 0.75)]
    [TestCase(4, 4, 1)]
    [TestCase(0, 0, 1)]
    public void A_part_of_the_points_may_depend_on_coverage(int covered, int lines, double points)
    {
        var grade = Grade("A+") with
        {
            Coverage =
            [
                new(
                    "A",
                    [
                        .. Enumerable
                            .Range(0, lines)
                            .Select(i => new LineCoverage("A.cs", i, i < covered)),
                    ]
                ),
            ],
        };

        Assert.That(Of(new() { Coverage = 0.5 }, grade).Score, Is.EqualTo(points));
    }

    [Test]
    public void Coverage_is_worth_nothing_where_no_test_passes()
    {
        var grade = Grade("A-") with { Coverage = [new("A", [new("A.cs", 1, true)])] };

        Assert.That(Of(new() { Coverage = 1 }, grade).Score, Is.Zero);
    }

    [Test]
    public void No_data_on_coverage_takes_nothing_off()
    {
        var result = Of(new() { Coverage = 0.5 }, Grade("A+"));

        Assert.That(result.Score, Is.EqualTo(1));
        Assert.That(result.Katas[0].Steps, Has.Some.Contains("no data"));
    }

    [TestCase(-1, 10)]
    [TestCase(0, 10)]
    [TestCase(1, 9)]
    [TestCase(24, 9)]
    [TestCase(25, 8)]
    [TestCase(1000, 7)]
    public void Each_day_late_takes_its_part_up_to_the_most(int hours, double points)
    {
        var config = new GradingConfig
        {
            Due = s_due,
            Late = new(0.1, 0.3),
            Chapters = Worth(10, ("A", 1)),
        };

        var result = new PointRules(config).Of(
            Grade("A+"),
            ["A"],
            new(s_due.AddHours(hours), false)
        );

        Assert.That(result.Score, Is.EqualTo(points).Within(1e-9));
    }

    [TestCase(true, 0.9, "one day is counted")]
    [TestCase(false, 1, "is not known")]
    public void Without_a_time_it_is_said(bool isLate, double points, string step)
    {
        var config = new GradingConfig { Due = s_due, Late = new(0.1, 0.3) };

        var result = new PointRules(config).Of(Grade("A+"), ["A"], new(null, isLate));

        Assert.That(result.Score, Is.EqualTo(points));
        Assert.That(result.Steps, Has.Some.Contains(step));
    }

    [TestCase(ChapterState.Missing)]
    [TestCase(ChapterState.DoesNotCompile)]
    [TestCase(ChapterState.NotAllowed)]
    [TestCase(ChapterState.NotJudged)]
    public void What_was_not_graded_is_worth_nothing_and_says_why(ChapterState state)
    {
        var result = Of(new(), Grade("A+") with { State = state });

        Assert.That(result.Score, Is.Zero);
        Assert.That(result.Most, Is.EqualTo(1));
        Assert.That(result.Steps, Has.Count.EqualTo(1));
    }

    private static ChapterResult Of(GradingConfig config, ChapterGrade grade) =>
        new PointRules(config).Of(grade, ["A"], new(null, false));

    private static ChapterGrade Grade(params string[] tests) =>
        new(
            "03",
            ChapterState.Graded,
            [
                .. tests.Select(
                    (test, i) =>
                        new TestGrade(
                            test[..1],
                            $"{i}",
                            test[1] switch
                            {
                                '+' => TestState.Passed,
                                '~' => TestState.Unstable,
                                _ => TestState.Failed,
                            },
                            null
                        )
                ),
            ]
        );

    private static Dictionary<string, ChapterRule> Worth(
        double points,
        params (string Kata, double Weight)[] katas
    ) =>
        new(StringComparer.Ordinal)
        {
            ["03"] = new(points, null, katas.ToDictionary(kata => kata.Kata, kata => kata.Weight)),
        };
}
