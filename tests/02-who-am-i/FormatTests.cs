using Katas.Harness.Testing;

namespace Katas.WhoAmI;

[Kata(3, typeof(Report), nameof(Report.Format))]
public class FormatTests
{
    [TestCase(10_000, 0.000_812_5, "81.25 ns a call, 10000 calls")]
    [TestCase(1_000_000, 1.5, "1.50 us a call, 1000000 calls")]
    [TestCase(2, 0.0246, "12.30 ms a call, 2 calls")]
    [TestCase(1, 90, "90.00 s a call, 1 calls")]
    [TestCase(1_000_000, 0.000_25, "0.25 ns a call, 1000000 calls")]
    public void The_time_is_that_of_one_call_in_a_unit_that_suits_it(
        int calls,
        double seconds,
        string expected
    )
    {
        var measurement = new Measurement("it", TimeSpan.FromSeconds(seconds), calls);

        var text = Report.Format(measurement);

        Assert.That(
            text,
            Is.EqualTo("it: " + expected),
            $"{calls} calls took {seconds} s in all. Divide by the calls, then choose the unit: a second has 1,000 ms, 1,000,000 us, 1,000,000,000 ns."
        );
    }

    [TestCase(1_000, "1.00 us")]
    [TestCase(1_000_000, "1.00 ms")]
    [TestCase(1_000_000_000, "1.00 s")]
    public void A_thousand_of_a_unit_is_one_of_the_next(long nanoseconds, string expected)
    {
        var measurement = new Measurement("it", TimeSpan.FromTicks(nanoseconds / 100), 1);

        var text = Report.Format(measurement);

        Assert.That(
            text,
            Does.StartWith($"it: {expected} a call"),
            "The unit is the largest in which the number is at least 1."
        );
    }

    [TestCase(1_000_000, "1000.00 ns")]
    [TestCase(1_000, "1000.00 us")]
    [TestCase(1, "1000.00 ms")]
    public void What_is_just_below_one_of_a_unit_stays_in_the_smaller_one(
        int calls,
        string expected
    )
    {
        var measurement = new Measurement("it", TimeSpan.FromTicks(9_999_960), calls);

        var text = Report.Format(measurement);

        Assert.That(
            text,
            Does.StartWith($"it: {expected} a call"),
            $"{calls} calls took 0.999996 s, so a call took 999.996 of a unit, which is less than 1 of the next. Choose the unit by the time itself, and round afterwards."
        );
    }

    [TestCase("{0}")]
    [TestCase("{")]
    [TestCase("50 % {name}: 'quick'")]
    [TestCase("")]
    public void Any_name_will_do(string name)
    {
        var measurement = new Measurement(name, TimeSpan.FromMilliseconds(3), 2);
        var text = "";

        Assert.That(
            () => text = Report.Format(measurement),
            Throws.Nothing,
            $"The name is '{name}', and a name is just text. Look for what takes it for a pattern."
        );
        Assert.That(
            text,
            Is.EqualTo($"{name}: 1.50 ms a call, 2 calls"),
            $"The name is '{name}', and comes out as it went in. Look for what takes it for a pattern."
        );
    }

    [Test]
    public void The_text_is_the_same_in_every_culture()
    {
        var measurement = new Measurement("Insert", TimeSpan.FromSeconds(1234.5), 1_000_000);

        var text = Cultures.SameInAll(() => Report.Format(measurement));

        Assert.That(
            text,
            Is.EqualTo("Insert: 1.23 ms a call, 1000000 calls"),
            "A point before the fraction and nothing between the thousands, whatever the language of the machine."
        );
    }
}
