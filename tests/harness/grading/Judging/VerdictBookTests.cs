using Katas.Harness.Engine;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Grading.Judging;

public class VerdictBookTests
{
    private static readonly TestName One = new(
        "Katas.Bowls.CookTests.One",
        "CookTests",
        "One",
        "Cook"
    );
    private static readonly TestName Two = new(
        "Katas.Bowls.CookTests.Two(3)",
        "CookTests",
        "Two",
        "Cook"
    );

    [Test]
    public void A_test_without_a_verdict_has_failed()
    {
        var book = new VerdictBook("01-bowls", [One, Two]);

        book.First(Run(new TestVerdict(Two, Outcome.Passed)));

        Assert.That(States(book), Is.EqualTo(new[] { TestState.Failed, TestState.Passed }));
        Assert.That(book.Graded().Tests[1].Test, Is.EqualTo("Two(3)"));
    }

    [Test]
    public void A_test_that_nobody_knows_counts_for_nothing()
    {
        var book = new VerdictBook("01-bowls", [One]);

        book.First(Run(new TestVerdict(Two, Outcome.Passed)));

        Assert.That(States(book), Is.EqualTo(new[] { TestState.Failed }));
    }

    [Test]
    public void A_test_that_was_skipped_has_failed()
    {
        var book = new VerdictBook("01-bowls", [One]);

        book.First(Run(new TestVerdict(One, Outcome.Skipped)));

        Assert.That(States(book), Is.EqualTo(new[] { TestState.Failed }));
    }

    [TestCase(Outcome.TimeLimit, Outcome.Passed, TestState.Unstable)]
    [TestCase(Outcome.TimeLimit, Outcome.TimeLimit, TestState.Failed)]
    [TestCase(Outcome.TimeLimit, Outcome.Failed, TestState.Failed)]
    [TestCase(Outcome.Crash, Outcome.Skipped, TestState.Failed)]
    [TestCase(Outcome.Crash, Outcome.Passed, TestState.Unstable)]
    public void What_meets_a_limit_is_run_once_more(Outcome first, Outcome second, object state)
    {
        var book = new VerdictBook("01-bowls", [One, Two]);

        book.First(
            Run(new TestVerdict(One, first, "slow"), new TestVerdict(Two, Outcome.Failed, "wrong"))
        );
        var doubtful = book.Doubtful;
        book.Again(Run(new TestVerdict(One, second)));

        Assert.That(doubtful, Is.EqualTo(new[] { One }));
        Assert.That(States(book), Is.EqualTo(new[] { (TestState)state, TestState.Failed }));
    }

    private static TestState[] States(VerdictBook book) =>
        [.. book.Graded().Tests.Select(test => test.State)];

    private static ChapterVerdicts Run(params TestVerdict[] verdicts) =>
        new("01-bowls", [], verdicts, 1);
}
