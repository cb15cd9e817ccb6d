using Katas.Harness.Explorer;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.Futures;

[Kata(1, typeof(Promise<>), nameof(Promise<>.Set))]
public class SetTests
{
    [Test]
    public async Task Whoever_waits_gets_the_value()
    {
        var promise = new Promise<string>();
        var guest = promise.Task;
        var before = guest.IsCompleted;

        promise.Set("a bowl of ramen");

        Assert.That(before, Is.False, "The task was complete before anybody had set a value.");
        Assert.That(
            await HangGuard.Finish(guest, "the value"),
            Is.EqualTo("a bowl of ramen"),
            "Expected the guest to get the value that was set. Look at what Set hands over."
        );
        Assert.That(promise.Task, Is.SameAs(guest), "Expected every guest to hold the same task.");
    }

    [Test]
    public async Task A_value_that_was_set_before_anybody_asked_is_kept()
    {
        var promise = new Promise<int>();
        promise.Set(7);

        Assert.That(
            await HangGuard.Finish(promise.Task, "the value"),
            Is.EqualTo(7),
            "Expected a value that was set earlier to be there for whoever asks later. Look at where it is kept."
        );
        Assert.That(
            await HangGuard.Finish(promise.Task, "the value, again"),
            Is.EqualTo(7),
            "Expected the value to be there for the second who asks, too. Look at where it is kept."
        );
    }

    [Test]
    public async Task Setting_does_not_run_what_the_guests_do_next()
    {
        var promise = new Promise<int>();
        // Holds longer than the test waits, so that it is the test that speaks.
        var gate = new Gate("the one who sets to come back", TimeSpan.FromSeconds(6));
        var meal = promise.Task.ContinueWith(
            _ => gate.Wait(),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

        HangGuard.Run(
            () => promise.Set(1),
            "Set to come back while a guest is held at what it does next",
            () =>
                "the thread that called Set is doing the guest's part. Look at where continuations run"
        );
        gate.Open();

        await HangGuard.Finish(meal, "the guest");
    }

    [Test]
    public async Task The_first_value_stays_and_the_second_who_sets_hears_of_it(
        [Values(1, 2)] int second
    )
    {
        var promise = new Promise<int>();
        promise.Set(1);

        Assert.Catch<InvalidOperationException>(
            () => promise.Set(second),
            "Expected a promise to be kept once: a second Set that says nothing hides a mistake, whichever value wins, even if both are the same."
        );

        Assert.That(
            await HangGuard.Finish(promise.Task, "the first value"),
            Is.EqualTo(1),
            "The promise was kept with 1, and what was decided first stays. Look at what a second Set changes."
        );
    }

    [Test]
    public void Of_two_who_set_at_the_same_time_exactly_one_wins() =>
        Explorer.Check(() =>
        {
            var promise = new Promise<int>();
            var won = new bool[2];

            Explorer.Together(
                () => won[0] = IsKeptBy(promise, 0),
                () => won[1] = IsKeptBy(promise, 1)
            );

            Assert.That(
                won.Count(isWinner => isWinner),
                Is.EqualTo(1),
                "Two set a value at the same time. Expected one of them to hear that the promise was decided already: look at what lies between asking and setting."
            );
            Assert.That(
                promise.Task.Result,
                Is.EqualTo(won[0] ? 0 : 1),
                "Expected the value of the one who was not told that it came too late."
            );
        });

    private static bool IsKeptBy(Promise<int> promise, int value)
    {
        try
        {
            promise.Set(value);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
