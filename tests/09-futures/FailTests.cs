using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.Futures;

[Kata(2, typeof(Promise<>), nameof(Promise<>.Fail))]
public class FailTests
{
    [Test]
    public async Task Whoever_waits_sees_the_very_exception()
    {
        var promise = new Promise<string>();
        var burnt = new InvalidOperationException("The broth is burnt.");

        promise.Fail(burnt);

        var seen = await Assert.CatchAsync(() => HangGuard.Finish(promise.Task, "the exception"));
        Assert.That(
            seen,
            Is.SameAs(burnt),
            "Expected the guest to see the exception that the cook handed over, not another that wraps or replaces it."
        );
    }

    [Test]
    public async Task Any_type_of_exception_is_handed_over_as_it_is()
    {
        foreach (
            var exception in (Exception[])
                [
                    new AggregateException("several", new FormatException("one of them")),
                    new OperationCanceledException("given up"),
                    new TimeoutException("too late"),
                ]
        )
        {
            var promise = new Promise<string>();

            promise.Fail(exception);

            var seen = await Assert.CatchAsync(() =>
                HangGuard.Finish(promise.Task, "the exception")
            );
            Assert.That(
                (ReferenceEquals(seen, exception), promise.Task.Status),
                Is.EqualTo((true, TaskStatus.Faulted)),
                $"(whether the guest saw the very exception, and how the task ended): expected the guest to see the {exception.GetType().Name} itself, and the task to have failed: an AggregateException is not taken apart, and giving up on purpose is what Cancel is for."
            );
        }
    }

    [Test]
    public void A_promise_that_has_failed_is_faulted_not_cancelled()
    {
        var promise = new Promise<int>();

        promise.Fail(new FormatException("Nobody can read this order."));

        Assert.That(
            promise.Task.Status,
            Is.EqualTo(TaskStatus.Faulted),
            "The promise failed. Expected its task to have failed, which is not the same as cancelled; look at what Fail tells it."
        );
        Assert.That(
            promise.Task.Exception?.InnerException,
            Is.InstanceOf<FormatException>(),
            "Expected the task to hold the exception that the promise failed with, and no other around it. Look at what Fail hands over."
        );
    }

    [Test]
    public void What_was_decided_first_stays()
    {
        var kept = new Promise<int>();
        kept.Set(1);
        var failed = new Promise<int>();
        var first = new FormatException("first");
        failed.Fail(first);

        Assert.Catch<InvalidOperationException>(
            () => kept.Fail(new FormatException("second")),
            "The promise had been kept. Expected Fail to say that it is too late; look at what it does then."
        );
        Assert.Catch<InvalidOperationException>(
            () => failed.Fail(new FormatException("second")),
            "The promise had failed. Expected a second Fail to say that it is too late; look at what it does then."
        );
        Assert.Catch<InvalidOperationException>(
            () => failed.Fail(first),
            "The promise had failed. Expected Fail to say that it is too late, even with the same exception again; look at what it does then."
        );
        Assert.Catch<InvalidOperationException>(
            () => failed.Set(2),
            "The promise had failed. Expected Set to say that it is too late; look at what it does then."
        );

        Assert.That(
            kept.Task.Result,
            Is.EqualTo(1),
            "The promise was kept with 1, and what was decided first stays. Look at what a late Fail changes."
        );
        Assert.That(
            failed.Task.Exception?.InnerException?.Message,
            Is.EqualTo("first"),
            "The promise failed with the first exception, and what was decided first stays. Look at what a late Fail or Set changes."
        );
    }

    [Test]
    public async Task Failing_does_not_run_what_the_guests_do_next()
    {
        var promise = new Promise<int>();
        // Holds longer than the test waits, so that it is the test that speaks.
        var gate = new Gate("the one who fails to come back", TimeSpan.FromSeconds(6));
        var meal = promise.Task.ContinueWith(
            failed =>
            {
                _ = failed.Exception;
                gate.Wait();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

        HangGuard.Run(
            () => promise.Fail(new FormatException("no")),
            "Fail to come back while a guest is held at what it does next"
        );
        gate.Open();

        await HangGuard.Finish(meal, "the guest");
    }
}
