using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Katas.Harness.Explorer;

/// <summary>How each strategy fares on the corpus, as a table to read; <see cref="CorpusTests"/> asserts.</summary>
public class CorpusTableTests
{
    private static readonly Strategy[] Strategies =
    [
        Strategy.Automatic,
        Strategy.Preemptions,
        Strategy.Random,
    ];

    [Test]
    public void How_many_schedules_each_strategy_needs()
    {
        var table = new StringBuilder();
        table.AppendLine(
            "schedules to the first failure; schedules for all of the fixed program; time"
        );
        table.AppendLine(
            Row("program", [.. Strategies.Select(s => s.ToString()), "fixed", "", "ms"])
        );
        var found = 0;
        foreach (var pair in CorpusTests.Pairs)
        {
            var start = Stopwatch.GetTimestamp();
            var cells = Strategies.Select(strategy => FirstFailure(pair, strategy)).ToList();
            var result = Explorer.Check(
                CorpusTests.Program(pair, "Fixed"),
                Quiet(Strategy.Automatic)
            );
            found += cells.Count(cell => cell.Length > 0);
            cells.Add(result.Schedules.ToString(CultureInfo.InvariantCulture));
            cells.Add(result.IsExhaustive ? "all" : $"k <= {result.Preemptions}");
            cells.Add(
                Stopwatch
                    .GetElapsedTime(start)
                    .TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)
            );
            table.AppendLine(Row(pair, cells));
        }

        TestContext.Out.Write(table);
        Assert.That(
            found,
            Is.EqualTo(Strategies.Length * CorpusTests.Pairs.Count()),
            table.ToString()
        );
    }

    private static string FirstFailure(string pair, Strategy strategy) =>
        CorpusTests.Find(pair, Quiet(strategy))?.Schedules.ToString(CultureInfo.InvariantCulture)
        ?? "";

    private static ExplorerOptions Quiet(Strategy strategy) =>
        new()
        {
            Strategy = strategy,
            TotalSteps = 10_000_000, // the bound here is the number of schedules
            Shorten = false,
            Output = TextWriter.Null,
        };

    private static string Row(string name, IReadOnlyList<string> cells) =>
        $"{name, -28}{string.Concat(cells.Select(cell => $"{cell, 13}"))}";
}
