using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>How soon a search comes to what is rare.</summary>
public class SearchTests
{
    private static readonly ExplorerOptions Quiet = new()
    {
        Output = TextWriter.Null,
        Shorten = false,
    };

    [Test]
    public void A_bug_of_one_preemption_is_found_early_whatever_the_number_of_threads()
    {
        var e = Assert.Throws<ScheduleThrewException>(() =>
            Explorer.Check(Searches.FiveWritersAndAReader, Quiet)
        );

        Assert.That(e.Schedules, Is.LessThanOrEqualTo(60));
    }

    [Test]
    public void A_bug_of_many_preemptions_is_found_at_random()
    {
        var e = Assert.Throws<ScheduleThrewException>(() =>
            Explorer.Check(Searches.TakesTurns, Quiet with { Schedules = 50_000 })
        );

        Assert.That(e.Schedules, Is.LessThanOrEqualTo(50_000));
    }
}
