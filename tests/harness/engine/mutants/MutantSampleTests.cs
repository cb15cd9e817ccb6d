namespace Katas.Harness.Engine.Mutants;

[TestFixture]
public sealed class MutantSampleTests
{
    private static readonly MutantId[] Many =
    [
        .. Enumerable.Range(0, 90).Select(i => new MutantId("constant-changed", $"A.B{i}", "1")),
        .. Enumerable.Range(0, 5).Select(i => new MutantId("lock-removed", $"A.B{i}", "1")),
        .. Enumerable.Range(0, 5).Select(i => new MutantId("join-removed", $"A.B{i}", "1")),
    ];

    [Test]
    public void Every_kind_of_mutant_has_about_as_many_in_it()
    {
        var sample = MutantSample.Draw(Many, 12, id => id);

        Assert.That(
            sample.CountBy(id => id.Operator).Select(kind => kind.Value),
            Is.EqualTo(new[] { 4, 4, 4 })
        );
    }

    [Test]
    public void The_order_of_all_does_not_matter() =>
        Assert.That(
            MutantSample.Draw(Many.Reverse(), 12, id => id),
            Is.EqualTo(MutantSample.Draw(Many, 12, id => id))
        );

    [Test]
    public void A_mutant_that_goes_changes_nothing_about_the_others()
    {
        var sample = MutantSample.Draw(Many, 12, id => id);
        var rest = Many.Except([Many.Except(sample).First()]);

        Assert.That(MutantSample.Draw(rest, 12, id => id), Is.EqualTo(sample));
    }

    [Test]
    public void More_than_there_are_is_all() =>
        Assert.That(MutantSample.Draw(Many, 1000, id => id), Is.EquivalentTo(Many));
}
