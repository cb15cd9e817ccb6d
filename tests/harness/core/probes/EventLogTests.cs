namespace Katas.Harness.Probes;

public class EventLogTests
{
    [Test]
    public void It_knows_what_came_first()
    {
        var log = new EventLog();

        log.Add("boiled");
        log.Add("cooked");
        log.Add("boiled");

        Assert.That(log.Before("boiled", "cooked"), Is.True);
        Assert.That(log.Before("cooked", "boiled"), Is.False);
        Assert.That(log.Count("boiled"), Is.EqualTo(2));
    }

    [Test]
    public void It_remembers_who_did_it()
    {
        var log = new EventLog();
        var cook = new Thread(() => log.Add("cooked")) { Name = "cook" };

        cook.Start();
        cook.Join();

        Assert.That(
            log.Entries,
            Is.EqualTo(
                new[]
                {
                    new LogEntry(
                        "cooked",
                        cook.ManagedThreadId,
                        $"thread {cook.ManagedThreadId} 'cook'"
                    ),
                }
            )
        );
        Assert.That(log.ToString(), Is.EqualTo($"1. thread {cook.ManagedThreadId} 'cook': cooked"));
    }

    [Test]
    public void What_a_thread_repeats_has_one_line()
    {
        var log = new EventLog();
        foreach (var what in (string[])["round", "round", "round", "stopped", "round"])
            log.Add(what);

        var who = log.Entries[0].Thread;
        Assert.That(
            log.ToString(),
            Is.EqualTo($"1. {who}: round, 3 times in a row\n4. {who}: stopped\n5. {who}: round")
        );
    }

    [Test]
    public void Threads_that_write_at_once_lose_no_line()
    {
        var log = new EventLog();
        var meeting = new Rendezvous(4, "four writers at once");
        var writers = Enumerable
            .Range(0, 4)
            .Select(_ => new Thread(() =>
            {
                meeting.Meet();
                for (var i = 0; i < 500; i++)
                    log.Add("line");
            }))
            .ToArray();

        foreach (var writer in writers)
            writer.Start();
        foreach (var writer in writers)
            writer.Join();

        Assert.That(log.Count("line"), Is.EqualTo(2_000));
    }

    [Test]
    public void It_tells_when_something_happens()
    {
        var log = new EventLog();
        var cook = new Thread(() => log.Add("cooked"));
        cook.Start();

        log.WaitFor("cooked");

        Assert.That(log.Count("cooked"), Is.EqualTo(1));
    }

    [Test]
    public void There_is_no_order_with_what_never_happened()
    {
        var log = new EventLog();
        log.Add("boiled");

        var seen = Assert.Throws<ProbeException>(() => log.Before("boiled", "cooked"));

        Assert.That(seen.Message, Does.StartWith("'cooked' never happened"));
        Assert.That(seen.Message, Does.EndWith(": boiled"));
    }

    [Test]
    public async Task It_fails_when_something_does_not_happen_often_enough()
    {
        var log = new EventLog(Short.Limit);
        log.Add("cooked");

        var seen = Assert.Throws<ProbeException>(() => log.WaitFor("cooked", times: 2));
        var seenAsync = await Assert.ThrowsAsync<ProbeException>(() => log.WaitForAsync("served"));

        Assert.That(
            seen.Message,
            Does.StartWith("Waited 0.05 s for 'cooked' to happen 2 times: it happened 1 times.")
        );
        Assert.That(seenAsync.Message, Does.Contain("it happened 0 times"));
    }
}
