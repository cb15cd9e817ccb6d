namespace Katas.Harness.Testing;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class TimeLimitsTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    private readonly TimeLimits _limits = new(Budget);

    [Test]
    public void A_test_is_given_much_and_a_kata_that_has_hung_little()
    {
        var first = _limits.Next("Cook");
        _limits.Hung("Cook", first!.Value);

        Assert.That(first, Is.EqualTo(TimeSpan.FromSeconds(8)));
        Assert.That(_limits.Next("Cook"), Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(_limits.Next("Serve"), Is.EqualTo(TimeSpan.FromSeconds(6)));
    }

    [Test]
    public void Tests_that_loop_for_ever_cost_the_budget_and_little_more_however_many_they_are()
    {
        var cost = TimeSpan.Zero;
        foreach (var kata in (string[])["Cook", "Serve", "Taste", "Plan"])
        {
            for (var test = 0; test < 50; test++)
                cost += Loop(kata);
        }

        Assert.That(cost, Is.InRange(Budget / 2, Budget + TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void A_kata_that_has_not_hung_is_run_even_when_the_budget_is_spent()
    {
        for (var test = 0; test < 50; test++)
            Loop("Cook");

        Assert.That(_limits.Next("Cook"), Is.Null);
        Assert.That(_limits.Next("Serve"), Is.EqualTo(TimeSpan.FromSeconds(0.25)));
    }

    /// <summary>What a test costs that neither ends nor says where it is.</summary>
    private TimeSpan Loop(string kata)
    {
        if (_limits.Next(kata) is not { } limit)
            return TimeSpan.Zero;
        var waitLimit = _limits.Hung(kata, limit);
        _limits.GaveNoAnswer(waitLimit);
        return limit + waitLimit;
    }
}
