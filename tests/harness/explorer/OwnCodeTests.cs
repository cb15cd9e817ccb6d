using Katas.Corpus;

namespace Katas.Harness.Explorer;

/// <summary>The explorer's own concurrency.</summary>
public class OwnCodeTests
{
    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

    [TestCase(nameof(HandOvers.ThereAndBack))]
    [TestCase(nameof(HandOvers.TwiceInARow))]
    public void A_turn_is_neither_lost_nor_taken_twice(string name)
    {
        var program = typeof(HandOvers).GetMethod(name)!.CreateDelegate<Action>();

        var result = Explorer.Check(program, Quiet);

        Assert.That(result.IsExhaustive, Is.True, result.ToString());
        Assert.That(result.Notes, Is.Empty, "what comes before a hand-over is visible after it");
    }

    [Test]
    public void Explorations_at_the_same_time_do_not_disturb_each_other()
    {
        const int Explorations = 8;
        var results = new string[Explorations];

        Parallel.For(
            0,
            Explorations,
            i => results[i] = Explorer.Check(Awkward.Sums, Quiet).ToString()
        );

        Assert.That(results, Is.All.EqualTo("explored 2 schedules: all interleavings"));
    }
}
