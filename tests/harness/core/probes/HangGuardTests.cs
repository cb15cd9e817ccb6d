namespace Katas.Harness.Probes;

public class HangGuardTests
{
    [Test]
    public void A_body_that_ends_gives_its_result()
    {
        var caller = Environment.CurrentManagedThreadId;

        var worker = HangGuard.Run(() => Environment.CurrentManagedThreadId, "a number");

        Assert.That(worker, Is.Not.EqualTo(caller));
    }

    [Test]
    public void An_exception_comes_back_as_it_is()
    {
        var thrown = new InvalidOperationException("burnt");

        var seen = Assert.Throws<InvalidOperationException>(() =>
            HangGuard.Run(() => throw thrown, "the cook")
        );

        Assert.That(seen, Is.SameAs(thrown));
    }

    [Test]
    public void It_fails_when_the_body_hangs_and_says_what_is_known()
    {
        using var never = new ManualResetEventSlim();

        var seen = Assert.Throws<ProbeException>(() =>
            HangGuard.Run(
                never.Wait,
                "the cook to come home",
                () => "the cook holds the ladle.",
                Short.Limit
            )
        );
        never.Set();

        Assert.That(
            seen.Message,
            Does.StartWith(
                "Waited 0.05 s for the cook to come home, and it has not ended. Seen: the cook holds the ladle. Look for"
            )
        );
    }

    [Test]
    public async Task A_task_that_ends_gives_its_result_or_its_exception()
    {
        var thrown = new InvalidOperationException("burnt");

        var result = await HangGuard.Finish(Task.FromResult(3), "a number");
        var seen = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            HangGuard.Finish(Task.FromException(thrown), "the cook")
        );

        Assert.That(result, Is.EqualTo(3));
        Assert.That(seen, Is.SameAs(thrown));
    }

    [Test]
    public async Task It_fails_when_the_task_hangs()
    {
        var never = new TaskCompletionSource<int>();

        var seen = await Assert.ThrowsAsync<ProbeException>(() =>
            HangGuard.Finish(never.Task, "the bowl", limit: Short.Limit)
        );

        Assert.That(
            seen.Message,
            Does.StartWith("Waited 0.05 s for the bowl, and it has not ended. Look for")
        );
    }
}
