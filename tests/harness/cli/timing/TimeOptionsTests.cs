using System.CommandLine;
using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

public class TimeOptionsTests
{
    [Test]
    public void Without_workers_it_is_one_and_then_twice_as_many_up_to_the_cores()
    {
        var workers = Workers();

        Assert.That(workers[0], Is.EqualTo(1));
        Assert.That(workers[^1], Is.GreaterThan(Environment.ProcessorCount / 2));
        Assert.That(workers.Skip(1), Is.EqualTo(workers.SkipLast(1).Select(count => 2 * count)));
    }

    [Test]
    public void Workers_are_sorted_and_counted_once() =>
        Assert.That(Workers("--workers", "4, 1,2", "--workers", "2"), Is.EqualTo([1, 2, 4]));

    [TestCase("0")]
    [TestCase("257")]
    [TestCase("1,two")]
    [TestCase("1,")]
    public void Other_workers_are_refused_with_the_value(string value)
    {
        var error = new Command("time") { WorkerCounts.Option() }
            .Parse(["--workers", value])
            .Errors.Single();

        Assert.That(
            error.Message,
            Does.Contain("from 1 to 256").And.Contain($"'{value.Split(',')[^1]}'")
        );
    }

    [Test]
    public void Without_rounds_there_are_as_many_as_a_conclusion_needs()
    {
        var rounds = RoundCount.Option();

        Assert.That(
            new Command("time") { rounds }
                .Parse([])
                .GetValue(rounds),
            Is.EqualTo(Conclusion.RoundsNeeded)
        );
    }

    private static int[] Workers(params string[] arguments)
    {
        var workers = WorkerCounts.Option();
        return WorkerCounts.Value(new Command("time") { workers }.Parse(arguments), workers);
    }
}
