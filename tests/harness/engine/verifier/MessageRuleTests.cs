using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine.Verifier;

[TestFixture]
public sealed class MessageRuleTests
{
    private const string Schedule = """


          T1        T2        Count   place
          reads 0             0       Book.cs:12: Count++
                    reads 0   0       Book.cs:12: Count++
          writes 1            1       Book.cs:12: Count++
                    writes 1  1       Book.cs:12: Count++

          Look at lines 12.
        """;

    [TestCase("  Expected both orders. Look at Count.\n  Expected: 2\n  But was:  1\n")]
    [TestCase("Waited 4 s for the second call. Look at who is waited for.")]
    [TestCase(
        "Boil of bowl 2 waits until minute 10. Look at its burner.\n          0    5\n  chef 1    B1---P1\n  chef 2    .......\n  burner 1  B1---..\n  burner 2  #######\n  burner 3  ......."
    )]
    [TestCase(
        "Katas.Harness.Explorer.Verdicts.ScheduleFailedException : schedule 3 fails: Two came and one was counted, Expected: 2, but was: 1\n"
            + Schedule
    )]
    public void What_a_learner_can_read_is_fine(string message) =>
        Assert.That(Check(message), Is.Empty);

    [TestCase("  Expected: 2\n  But was:  1\n", "has no sentence of its own")]
    [TestCase(
        "System.TimeoutException : The operation has timed out.",
        "has no sentence of its own"
    )]
    [TestCase(
        "Katas.Harness.Explorer.Verdicts.ScheduleFailedException : schedule 3 fails: Expected: 2, but was: 1",
        "has no sentence of its own"
    )]
    [TestCase("One.\ntwo\nthree\nfour\nfive\nsix", "says 6 lines")]
    [TestCase(
        "It failed.\n  But was:  <System.FormatException: no\n   at Katas.Kitchen.Cook() in Kitchen.cs:line 3>",
        "shows a stack"
    )]
    public void What_they_cannot_is_not(string message, string complaint) =>
        Assert.That(Check(message), Has.One.Contains(complaint));

    [Test]
    public void A_sentence_without_an_end_is_too_long() =>
        Assert.That(Check(new string('~', 900)), Has.One.Contains("says 900 characters"));

    private static IEnumerable<string> Check(string message) =>
        MessageRule.Check(
            new TestVerdict(
                new TestName("Katas.BookTests.Adds", "BookTests", "Adds", "Add"),
                Outcome.Failed,
                message
            )
        );
}
