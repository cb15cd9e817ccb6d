using System.Globalization;
using Katas.Harness.Testing;

namespace Katas.WhoAmI;

[Kata(5, typeof(Report), nameof(Report.Rank))]
public class RankTests
{
    [Test]
    public void The_fastest_call_comes_first()
    {
        Measurement[] measurements =
        [
            Took("slow", 30, 1),
            Took("fast", 100, 10),
            Took("middle", 40, 2),
        ];

        var ranked = Report.Rank(measurements);

        Assert.That(
            Names(ranked),
            Is.EqualTo(new[] { "fast", "middle", "slow" }),
            "One call of 'fast' takes 10 ms, of 'middle' 20 and of 'slow' 30. The totals, 100, 40 and 30 ms, are of different numbers of calls."
        );
    }

    [Test]
    public void Each_place_says_how_much_slower_than_the_fastest()
    {
        Measurement[] measurements =
        [
            Took("slow", 30, 1),
            Took("fast", 100, 10),
            Took("middle", 40, 2),
        ];

        var ranked = Report.Rank(measurements);

        Assert.That(
            ranked.Select(placed => placed.TimesTheFastest),
            Is.EqualTo(new[] { 1.0, 2.0, 3.0 }).Within(1e-9),
            "Compared call by call: 10, 20 and 30 ms."
        );
    }

    [Test]
    public void The_equally_fast_share_a_place()
    {
        Measurement[] measurements =
        [
            Took("d", 70, 2),
            Took("c", 20, 2),
            Took("a", 10, 1),
            Took("b", 5, 1),
            Took("e", 30, 3),
        ];

        var ranked = Report.Rank(measurements);

        Assert.That(
            ranked.Select(placed => $"{placed.Place} {placed.Measurement.Name}"),
            Is.EqualTo(new[] { "1 b", "2 a", "2 c", "2 e", "5 d" }),
            "Three are equally fast, so three are second, and nobody is third or fourth."
        );
    }

    [Test]
    public void What_is_faster_than_a_tick_of_the_clock_is_ranked_too()
    {
        var tick = TimeSpan.FromTicks(1);
        Measurement[] measurements =
        [
            new("middle", tick, 40),
            new("crawl", tick, 10),
            new("quick", tick, 80),
        ];

        var ranked = Report.Rank(measurements);

        Assert.That(
            ranked.Select(placed =>
                $"{placed.Place} {placed.Measurement.Name} {Math.Round(placed.TimesTheFastest, 6)}"
            ),
            Is.EqualTo(new[] { "1 quick 1", "2 middle 2", "3 crawl 8" }),
            "A call took 1.25, 2.5 and 10 ns. A TimeSpan counts ticks of 100 ns, so divided by the calls it would be zero; look at the type in which you divide."
        );
    }

    [TestCase(1, 80, 1, 64)]
    [TestCase(10_000_000, 1, 10_000_001, 1)]
    public void However_little_faster_it_comes_first(
        long ticks,
        int calls,
        long slowerTicks,
        int slowerCalls
    )
    {
        Measurement[] measurements =
        [
            new("a", TimeSpan.FromTicks(slowerTicks), slowerCalls),
            new("b", TimeSpan.FromTicks(ticks), calls),
        ];

        var ranked = Report.Rank(measurements);

        Assert.That(
            ranked.Select(placed => $"{placed.Place} {placed.Measurement.Name}"),
            Is.EqualTo(new[] { "1 b", "2 a" }),
            $"A call of 'a' took {measurements[0].NanosecondsPerCall} ns, and of 'b' {measurements[1].NanosecondsPerCall} ns: nearly the same is not equally fast. Look for what rounds the times before it compares them."
        );
    }

    [Test]
    public void Two_measurements_of_one_name_have_two_places()
    {
        Measurement[] measurements = [Took("a", 20, 1), Took("b", 15, 1), Took("a", 10, 1)];

        var ranked = Report.Rank(measurements);

        Assert.That(
            ranked.Select(placed =>
                $"{placed.Place} {placed.Measurement.Name} {placed.TimesTheFastest}"
            ),
            Is.EqualTo(new[] { "1 a 1", "2 b 1.5", "3 a 2" }),
            "Two of three measurements have the same name, and each has a place of its own. Look for what finds a measurement by its name."
        );
    }

    [Test]
    public void What_was_measured_twice_alike_is_ranked_twice()
    {
        var (quick, slow) = (Took("a", 10, 1), Took("b", 15, 1));

        var ranked = Report.Rank([quick, slow, quick]);

        Assert.That(
            ranked.Select(placed => placed.Measurement),
            Is.EqualTo(new[] { quick, quick, slow }),
            "Two of three measurements are equal to the last bit, and both are in the ranking. Look for what keeps only one of several that are equal."
        );
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Ranking_leaves_the_measurements_as_they_were(bool isArray)
    {
        Measurement[] array = [Took("slow", 30, 1), Took("fast", 10, 1)];
        IReadOnlyList<Measurement> measurements = isArray ? array : array.ToList();

        var ranked = Report.Rank(measurements);

        Assert.That(ranked, Has.Count.EqualTo(2), "Every measurement has a place.");
        Assert.That(
            measurements.Select(measurement => measurement.Name),
            Is.EqualTo(new[] { "slow", "fast" }),
            "The caller's list is the caller's."
        );
    }

    [Test]
    public void No_measurements_make_an_empty_ranking() =>
        Assert.That(
            Report.Rank([]),
            Is.Empty,
            "Nothing was measured, so nobody is first: look at where you take the fastest from."
        );

    [Test]
    public async Task The_ranking_is_the_same_in_every_culture()
    {
        Measurement[] measurements =
        [
            .. new[]
            {
                "list",
                "List",
                "Insert",
                "index",
                "ordered-set",
                "orderedlist",
                "array",
            }.Select((name, i) => Took(name, 125 * (1 + i / 6), 7)),
        ];

        var text = Cultures.SameInAll(() => Describe(Report.Rank(measurements)));

        await Verify(text);
    }

    private static Measurement Took(string name, int milliseconds, int repetitions) =>
        new(name, TimeSpan.FromMilliseconds(milliseconds), repetitions);

    private static IEnumerable<string> Names(IReadOnlyList<Placed> ranked) =>
        ranked.Select(placed => placed.Measurement.Name);

    private static string Describe(IReadOnlyList<Placed> ranked) =>
        string.Join(
            '\n',
            ranked.Select(placed =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{placed.Place}  {placed.TimesTheFastest:0.00}x  {placed.Measurement.Name}"
                )
            )
        );
}
