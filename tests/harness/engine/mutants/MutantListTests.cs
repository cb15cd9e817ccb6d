namespace Katas.Harness.Engine.Mutants;

[TestFixture]
public sealed class MutantListTests
{
    [Test]
    public void A_line_names_a_mutant_and_why_it_may_survive()
    {
        var list = MutantList.Parse(
            "# A comment.\r\n\r\nlock-removed Book.Add 1b2c3d4e needs-luck: nobody: else.\r\nlock-removed Book.Add 1b2c3d4e-2 not-yet-caught: x\r\n"
        );

        Assert.That(list.Errors, Is.Empty);
        Assert.That(
            list.Entries,
            Is.EqualTo(
                new[]
                {
                    new MutantEntry(
                        new("lock-removed", "Book.Add", "1b2c3d4e"),
                        MutantReason.NeedsLuck,
                        "nobody: else.",
                        3
                    ),
                    new MutantEntry(
                        new("lock-removed", "Book.Add", "1b2c3d4e-2"),
                        MutantReason.NotYetCaught,
                        "x",
                        4
                    ),
                }
            )
        );
    }

    [TestCase("lock-removed Book.Add 1b2c3d4e because: x", "needs-luck")]
    [TestCase("lock-removed Book.Add 1b2c3d4e needs-luck:", "needs-luck")]
    [TestCase("lock-removed Book.Add needs-luck: x", "needs-luck")]
    [TestCase(
        "a B.C 1 needs-luck: x\na B.C 1 needs-luck: y",
        "mutants.txt:2: 'a B.C 1' stands in line 1 already"
    )]
    public void A_line_that_says_less_is_an_error(string text, string words) =>
        Assert.That(MutantList.Parse(text).Errors.Single(), Does.Contain(words));

    [Test]
    public void Every_reason_has_a_name()
    {
        foreach (var reason in Enum.GetValues<MutantReason>())
        {
            var name = MutantList.NameOf(reason);
            Assert.That(
                MutantList.Parse($"a B.C 1 {name}: x").Entries.Single().Reason,
                Is.EqualTo(reason)
            );
        }
    }
}
