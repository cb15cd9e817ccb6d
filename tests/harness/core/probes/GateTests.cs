namespace Katas.Harness.Probes;

public class GateTests
{
    [Test]
    public void It_holds_threads_until_it_is_opened()
    {
        var gate = new Gate("the test to look");
        var log = new EventLog();
        var thread = new Thread(() =>
        {
            gate.Wait();
            log.Add("passed");
        });
        thread.Start();

        gate.WaitForArrivals(1);
        log.Add("opened");
        gate.Open();
        thread.Join();

        Assert.That(log.Before("opened", "passed"), Is.True, log.ToString());
    }

    [Test]
    public async Task It_holds_those_who_wait_without_a_thread()
    {
        var gate = new Gate("the test to look");

        var visit = gate.WaitAsync();
        await gate.WaitForArrivalsAsync(1);
        var before = visit.IsCompleted;
        gate.Open();
        await visit;

        Assert.That(before, Is.False);
    }

    [Test]
    public void Who_was_interrupted_there_has_not_come()
    {
        var gate = new Gate("the test to look");
        var thread = new Thread(() => Assert.Throws<ThreadInterruptedException>(gate.Wait));
        thread.Start();

        gate.WaitForArrivals(1);
        thread.Interrupt();
        thread.Join();

        Assert.That(gate.Arrivals, Is.Zero);
    }

    [Test]
    public void An_open_gate_holds_nobody()
    {
        var gate = new Gate("nothing", Short.Limit);
        gate.Open();

        gate.Wait();

        Assert.That(gate.IsOpen, Is.True);
        Assert.That(gate.Arrivals, Is.EqualTo(1));
    }

    [Test]
    public async Task It_fails_when_nobody_opens_it()
    {
        var gate = new Gate("the water to boil", Short.Limit);

        var seen = Assert.Throws<ProbeException>(gate.Wait);
        var seenAsync = await Assert.ThrowsAsync<ProbeException>(gate.WaitAsync);

        Assert.That(
            seen.Message,
            Does.StartWith(
                "Waited 0.05 s for the water to boil: the gate stayed closed for thread "
            )
        );
        Assert.That(seenAsync.Message, Does.Contain("the gate stayed closed"));
    }

    [Test]
    public async Task It_fails_when_too_few_come()
    {
        var gate = new Gate("the water to boil", Short.Limit);

        var seen = Assert.Throws<ProbeException>(() => gate.WaitForArrivals(2));
        var seenAsync = await Assert.ThrowsAsync<ProbeException>(() =>
            gate.WaitForArrivalsAsync(2)
        );

        Assert.That(
            seen.Message,
            Does.StartWith(
                "Waited 0.05 s for 2 to come to the gate (the water to boil): 0 came (nobody)."
            )
        );
        Assert.That(seenAsync.Message, Does.Contain("0 came"));
    }
}
