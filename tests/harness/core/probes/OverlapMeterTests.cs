namespace Katas.Harness.Probes;

public class OverlapMeterTests
{
    [Test]
    public void The_peak_is_the_most_that_were_inside_at_once()
    {
        var meter = new OverlapMeter("the kitchen");

        using (meter.Enter())
        using (meter.Enter()) { }
        using (meter.Enter()) { }

        Assert.That(meter.Peak, Is.EqualTo(2));
        Assert.That(meter.Total, Is.EqualTo(3));
        Assert.That(meter.Now, Is.Zero);
    }

    [Test]
    public void One_after_the_other_is_a_peak_of_one()
    {
        var meter = new OverlapMeter("the kitchen");

        for (var i = 0; i < 5; i++)
            meter.Enter().Dispose();

        Assert.That(meter.Peak, Is.EqualTo(1));
    }

    [Test]
    public void Leaving_twice_counts_once()
    {
        var meter = new OverlapMeter("the kitchen");
        using var stays = meter.Enter();

        var leaves = meter.Enter();
        leaves.Dispose();
        leaves.Dispose();

        Assert.That(meter.Now, Is.EqualTo(1));
    }

    [Test]
    public void It_tells_when_so_many_are_inside()
    {
        var meter = new OverlapMeter("the kitchen");
        var gate = new Gate("the test to look");
        var threads = new[] { new Thread(Visit), new Thread(Visit) };
        foreach (var thread in threads)
            thread.Start();

        meter.WaitForInside(2);

        Assert.That(meter.Now, Is.EqualTo(2));
        gate.Open();
        foreach (var thread in threads)
            thread.Join();

        void Visit()
        {
            using (meter.Enter())
                gate.Wait();
        }
    }

    [Test]
    public async Task It_fails_when_there_were_never_so_many()
    {
        var meter = new OverlapMeter("the kitchen", Short.Limit);
        using var inside = meter.Enter();

        var seen = Assert.Throws<ProbeException>(() => meter.WaitForInside(2));
        var seenAsync = await Assert.ThrowsAsync<ProbeException>(() => meter.WaitForInsideAsync(2));

        Assert.That(
            seen.Message,
            Does.StartWith(
                "Waited 0.05 s for 2 at once to be inside the kitchen: at most 1 were. Inside now: thread "
            )
        );
        Assert.That(seenAsync.Message, Does.Contain("at most 1 were"));
    }
}
