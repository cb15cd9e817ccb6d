using Katas.Harness.Explorer;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.Futures;

[Kata(3, typeof(Promise<>), nameof(Promise<>.Cancel))]
public class CancelTests
{
    [Test]
    public async Task Whoever_waits_sees_that_it_was_called_off()
    {
        var promise = new Promise<int>();

        var calledOff = promise.Cancel();

        Assert.That(
            calledOff,
            Is.True,
            "Nobody had decided the promise, so Cancel called it off. Expected it to answer that; look at what it returns."
        );
        await Assert.CatchAsync<OperationCanceledException>(() =>
            HangGuard.Finish(promise.Task, "the cancellation")
        );
        Assert.That(
            promise.Task.Status,
            Is.EqualTo(TaskStatus.Canceled),
            "Expected the task to be cancelled, which is not the same as failed."
        );
    }

    [Test]
    public void It_is_too_late_once_the_promise_was_kept()
    {
        var promise = new Promise<int>();
        promise.Set(5);

        Assert.That(
            promise.Cancel(),
            Is.False,
            "Expected Cancel to answer that it came too late: the value is there."
        );
        Assert.That(
            promise.Task.Result,
            Is.EqualTo(5),
            "The promise was kept with 5 before it was called off. Expected the 5 to stay; look at what a late Cancel changes."
        );
    }

    [Test]
    public void It_is_too_late_once_the_promise_has_failed()
    {
        var promise = new Promise<int>();
        promise.Fail(new FormatException("first"));

        Assert.That(
            promise.Cancel(),
            Is.False,
            "The promise had failed before it was called off. Expected Cancel to answer that it came too late; look at what it returns."
        );
        Assert.That(
            promise.Task.Exception?.InnerException,
            Is.InstanceOf<FormatException>(),
            "The promise had failed before it was called off. Expected its exception to stay; look at what a late Cancel changes."
        );
    }

    [Test]
    public void A_call_that_comes_with_the_value_says_which_of_the_two_was_first() =>
        Explorer.Check(() =>
        {
            var promise = new Promise<int>();
            var calledOff = false;

            Explorer.Together(
                () => calledOff = promise.Cancel(),
                () =>
                {
                    try
                    {
                        promise.Set(1);
                    }
                    catch (InvalidOperationException)
                    {
                        // It was called off first.
                    }
                }
            );

            Assert.That(
                calledOff,
                Is.EqualTo(promise.Task.IsCanceled),
                "A guest called the promise off while the cook kept it. Expected Cancel to say true when the promise was called off, and false when it was kept. Look at what lies between asking and deciding"
            );
        });

    [Test]
    public void It_is_called_off_once()
    {
        var promise = new Promise<int>();

        Assert.That(
            promise.Cancel(),
            Is.True,
            "Nobody had decided the promise, so the first Cancel called it off. Expected it to answer that; look at what it returns."
        );
        Assert.That(
            promise.Cancel(),
            Is.False,
            "The promise was called off twice, and the second call was told that it was the one that did it. Look at what the answer says: whether this call has decided, not how the promise stands."
        );
    }

    [Test]
    public void A_promise_that_was_called_off_cannot_be_kept()
    {
        var promise = new Promise<int>();
        promise.Cancel();

        Assert.Catch<InvalidOperationException>(
            () => promise.Set(1),
            "The promise was called off, and then a cook brought the bowl. Expected Set to say that it is too late; look at what it does then."
        );
        Assert.Catch<InvalidOperationException>(
            () => promise.Fail(new FormatException("late")),
            "The promise was called off, and then a cook wanted to say that the bowl is burnt. Expected Fail to say that it is too late; look at what it does then."
        );
        Assert.That(
            promise.Task.IsCanceled,
            Is.True,
            "The promise was called off, and stays so. Look at what a late Set or Fail changes."
        );
    }
}
