using System.Reflection;
using Katas.Corpus;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>Every class of the corpus has a program with a bug and the same program without it.</summary>
public class CorpusTests
{
    private static readonly ExplorerOptions Quiet = new() { Output = TextWriter.Null };

    public static IEnumerable<string> Pairs =>
        typeof(Run)
            .Assembly.GetExportedTypes()
            .Where(type => type.GetMethod("Buggy") is not null)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);

    [Test]
    public void There_are_thirty_pairs_and_more()
    {
        Assert.That(Pairs.Count(), Is.GreaterThanOrEqualTo(30));
    }

    [TestCaseSource(nameof(Pairs))]
    public void The_bug_is_found_every_time_with_the_same_report(string pair)
    {
        var first = Find(pair, Quiet);
        var second = Find(pair, Quiet);

        Assert.That(
            first,
            Is.Not.Null,
            "the explorer says that this program is correct, and it is not"
        );
        Assert.That(first!.Schedules, Is.LessThanOrEqualTo(10_000));
        Assert.That(second!.Message, Is.EqualTo(first.Message));
    }

    [TestCaseSource(nameof(Pairs))]
    public void The_bug_is_replayed_by_its_schedule(string pair)
    {
        var found = Find(pair, Quiet);

        var again = Assert.Catch<ExplorationException>(() =>
            Explorer.Replay(found!.Schedule, Program(pair, "Buggy"), Quiet)
        );

        Assert.That(Body(again!.Message), Is.EqualTo(Body(found!.Message)));
    }

    [TestCaseSource(nameof(Pairs))]
    public void The_fixed_program_survives_all_interleavings(string pair)
    {
        var first = Explorer.Check(Program(pair, "Fixed"), Quiet);
        var second = Explorer.Check(Program(pair, "Fixed"), Quiet);

        Assert.That(second.ToString(), Is.EqualTo(first.ToString()));
        Assert.That(first.IsExhaustive || first.Preemptions is not null, Is.True, first.ToString());
    }

    [TestCaseSource(nameof(Pairs))]
    public void The_bug_is_found_at_random_too(string pair)
    {
        var options = Quiet with { Strategy = Strategy.Random, Shorten = false };

        Assert.That(
            Find(pair, options),
            Is.Not.Null,
            "no schedule with random priorities has shown the bug"
        );
    }

    [TestCaseSource(nameof(Pairs))]
    public void The_bug_is_found_with_few_preemptions_too(string pair)
    {
        var options = Quiet with
        {
            Strategy = Strategy.Preemptions,
            Shorten = false,
            TotalSteps = 10_000_000, // the bound here is the number of schedules
        };

        Assert.That(
            Find(pair, options),
            Is.Not.Null,
            "no schedule with few preemptions has shown the bug"
        );
    }

    internal static ExplorationException? Find(string pair, ExplorerOptions options)
    {
        try
        {
            Explorer.Check(Program(pair, "Buggy"), options);
            return null;
        }
        catch (ExplorationException e)
        {
            return e;
        }
    }

    internal static Action Program(string pair, string name) =>
        typeof(Run)
            .Assembly.GetType($"Katas.Corpus.{pair}", throwOnError: true)!
            .GetMethod(name, BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Action>();

    /// <summary>The report without its first line, which counts schedules.</summary>
    private static string Body(string message) =>
        message[message.IndexOf('\n', StringComparison.Ordinal)..];
}
