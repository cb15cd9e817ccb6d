namespace Katas.Harness.Probes;

public class PendingCallTests
{
    [Test]
    public void A_call_that_waits_is_seen_waiting()
    {
        var gate = new Gate("the test to look");
        var call = PendingCall.Start(gate.Wait, "the call to come back");

        call.Settle();
        var before = call.HasEnded;
        gate.Open();
        call.Finish();

        Assert.That(before, Is.False);
        Assert.That(call.HasEnded, Is.True);
    }

    [Test]
    public void A_call_does_not_learn_from_its_thread_who_watches_it()
    {
        string? pending = null;
        PendingCall.Start(() => pending = Thread.CurrentThread.Name, "the call").Finish();
        var guarded = HangGuard.Run(() => Thread.CurrentThread.Name, "the call");

        Assert.That(pending, Is.Not.Null.And.EqualTo(guarded));
    }

    [Test]
    public void A_call_that_comes_back_early_is_seen_back()
    {
        var call = PendingCall.Start(() => { }, "the call to come back");

        call.Settle();

        Assert.That(call.HasEnded, Is.True);
    }

    [Test]
    public void What_the_call_throws_is_thrown()
    {
        var thrown = new InvalidOperationException("burnt");
        var call = PendingCall.Start(() => throw thrown, "the call to come back");

        var seen = Assert.Throws<InvalidOperationException>(call.Finish);

        Assert.That(seen, Is.SameAs(thrown));
    }

    [Test]
    public void What_the_call_throws_ends_the_wait_for_arrivals()
    {
        var gate = new Gate("the test to look");
        var thrown = new InvalidOperationException("burnt");
        var call = PendingCall.Start(() => throw thrown, "the call to come back");

        var seen = Assert.Throws<InvalidOperationException>(() => call.WaitForArrivals(gate, 1));

        Assert.That(seen, Is.SameAs(thrown));
    }

    [Test]
    public void It_returns_when_its_threads_have_come_to_the_gate()
    {
        var gate = new Gate("the test to look");
        var call = PendingCall.Start(gate.Wait, "the call to come back");

        call.WaitForArrivals(gate, 1);
        gate.Open();
        call.Finish();

        Assert.That(gate.Arrivals, Is.EqualTo(1));
    }

    [Test]
    public void It_fails_when_its_threads_do_not_come_to_the_gate()
    {
        var gate = new Gate("the test to look");
        var call = PendingCall.Start(() => { }, "the call to come back", Short.Limit);

        var seen = Assert.Throws<ProbeException>(() => call.WaitForArrivals(gate, 1));

        Assert.That(seen.Message, Does.StartWith("Waited 0.05 s for 1 to come to the gate"));
    }

    [Test]
    public void It_fails_when_the_call_loops()
    {
        var stop = false;
        var call = PendingCall.Start(
            () =>
            {
                while (!Volatile.Read(ref stop))
                    Thread.SpinWait(1);
            },
            "the call to come back",
            Short.Limit
        );

        var seen = Assert.Throws<ProbeException>(call.Settle);
        Volatile.Write(ref stop, true);

        Assert.That(seen.Message, Does.Contain("its thread neither waits nor ends"));
    }

    [Test]
    public void It_fails_when_the_call_does_not_come_back()
    {
        var gate = new Gate("the end of the test");
        var call = PendingCall.Start(gate.Wait, "the call to come back", Short.Limit);

        var seen = Assert.Throws<ProbeException>(call.Finish);
        gate.Open();

        Assert.That(
            seen.Message,
            Does.StartWith("Waited 0.05 s for the call to come back, and it has not.")
        );
    }
}
