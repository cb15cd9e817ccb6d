using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

[TestFixture]
public sealed class RunComparisonTests
{
    [Test]
    public void Runs_that_end_alike_have_no_flake()
    {
        var comparison = new RunComparison([Run(Outcome.Passed), Run(Outcome.Passed)]);

        Assert.That(comparison.Flakes(), Is.Empty);
        Assert.That(comparison.AlwaysRed(), Is.Empty);
    }

    [Test]
    public void A_test_that_fails_once_is_a_flake_with_that_run_as_example()
    {
        var comparison = new RunComparison([
            Run(Outcome.Passed),
            Run(Outcome.Failed, "lost an order"),
            Run(Outcome.Passed),
        ]);

        var flake = comparison.Flakes().Single();

        Assert.That(flake.ToString(), Is.EqualTo("Katas.T: 2 Passed, 1 Failed"));
        Assert.That(flake.Examples.Single().Run, Is.EqualTo(2));
        Assert.That(flake.Examples.Single().Verdict.Message, Is.EqualTo("lost an order"));
        Assert.That(comparison.AlwaysRed(), Is.Empty);
    }

    [Test]
    public void A_test_that_always_fails_is_no_flake_but_is_named()
    {
        var comparison = new RunComparison([Run(Outcome.Failed), Run(Outcome.Failed)]);

        Assert.That(comparison.Flakes(), Is.Empty);
        Assert.That(comparison.AlwaysRed(), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_test_that_is_missing_from_a_run_is_a_flake()
    {
        var comparison = new RunComparison([Run(Outcome.Passed), new("03", [], [], 1)]);

        Assert.That(
            comparison.Flakes().Single().ToString(),
            Is.EqualTo("Katas.T: 1 Passed, 1 not run")
        );
    }

    [Test]
    public void A_count_of_schedules_that_varies_is_a_flake()
    {
        var comparison = new RunComparison([
            Run(Outcome.Passed, schedules: 12),
            Run(Outcome.Passed, schedules: 13),
        ]);

        Assert.That(
            comparison.Flakes().Single().ToString(),
            Is.EqualTo("Katas.T: 1 Passed (12 schedules), 1 Passed (13 schedules)")
        );
    }

    private static ChapterVerdicts Run(
        Outcome outcome,
        string? message = null,
        long schedules = 0
    ) =>
        new(
            "03",
            [],
            [
                new TestVerdict(
                    new TestName("Katas.T", "T", "T", null),
                    outcome,
                    message,
                    Schedules: schedules
                ),
            ],
            1
        );
}
