namespace Katas.Harness.Probes;

public class RendezvousTests
{
    [Test]
    public void It_opens_when_all_parties_are_inside()
    {
        var meeting = new Rendezvous(3, "three cooks at once");
        var others = new[] { new Thread(meeting.Meet), new Thread(meeting.Meet) };
        foreach (var other in others)
            other.Start();

        meeting.Meet();

        Assert.That(meeting.HasMet, Is.True);
        Assert.That(meeting.Arrived, Is.EqualTo(3));
        foreach (var other in others)
            other.Join();
    }

    [Test]
    public async Task It_opens_for_those_who_wait_without_a_thread()
    {
        var meeting = new Rendezvous(2, "two bowls at once");

        await Task.WhenAll(meeting.MeetAsync(), meeting.MeetAsync());

        Assert.That(meeting.HasMet, Is.True);
    }

    [Test]
    public void It_fails_when_the_parties_come_one_after_the_other()
    {
        var meeting = new Rendezvous(2, "both halves to run at once", Short.Limit);

        var first = Assert.Throws<ProbeException>(meeting.Meet);
        var second = Assert.Throws<ProbeException>(meeting.Meet);

        Assert.That(meeting.HasMet, Is.False);
        Assert.That(
            first.Message,
            Does.StartWith("Waited 0.05 s for both halves to run at once: 1 of 2 came (thread ")
        );
        Assert.That(first.Message, Does.Contain("Look at whether all of them are started"));
        Assert.That(second.Message, Does.StartWith("Nobody waits any longer for both halves"));
    }

    [Test]
    public void One_party_that_gives_up_sends_all_home()
    {
        var meeting = new Rendezvous(3, "three cooks at once", Short.Limit);
        ProbeException? seen = null;
        var other = new Thread(() => seen = Assert.Throws<ProbeException>(meeting.Meet));
        other.Start();

        Assert.Throws<ProbeException>(meeting.Meet);
        other.Join();

        Assert.That(seen, Is.Not.Null);
    }

    [Test]
    public async Task It_fails_without_a_thread_too()
    {
        var meeting = new Rendezvous(2, "two bowls at once", Short.Limit);

        var seen = await Assert.ThrowsAsync<ProbeException>(meeting.MeetAsync);

        Assert.That(seen.Message, Does.Contain("two bowls at once: 1 of 2 came"));
    }

    [Test]
    public void Others_can_wait_for_the_meeting()
    {
        var meeting = new Rendezvous(1, "one cook");
        var other = new Thread(meeting.Meet);
        other.Start();

        meeting.WaitUntilMet();

        Assert.That(meeting.Arrived, Is.EqualTo(1));
        other.Join();
    }

    [Test]
    public void Those_who_wait_for_a_meeting_that_is_never_held_are_told()
    {
        var meeting = new Rendezvous(2, "two cooks at once", Short.Limit);

        var seen = Assert.Throws<ProbeException>(meeting.WaitUntilMet);

        Assert.That(seen.Message, Does.Contain("two cooks at once: 0 of 2 came (nobody)"));
    }

    [Test]
    public void It_stays_open()
    {
        var meeting = new Rendezvous(1, "one cook", Short.Limit);

        meeting.Meet();
        meeting.Meet();

        Assert.That(meeting.Arrived, Is.EqualTo(2));
    }

    [Test]
    public void Nobody_meets_one_who_was_interrupted()
    {
        var both = new Rendezvous(2, "both halves to run at once");
        var thread = new Thread(() => Assert.Throws<ThreadInterruptedException>(both.Meet));
        thread.Start();

        thread.Interrupt();
        thread.Join();

        Assert.Throws<ProbeException>(both.Meet);
        Assert.That(both.HasMet, Is.False);
    }

    [Test]
    public void A_meeting_of_nobody_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new Rendezvous(0, "nobody"));
}
