using System.Runtime.CompilerServices;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.Futures;

[Kata(5, typeof(Future), nameof(Future.WithTimeout))]
public class WithTimeoutTests
{
    private const string TooLate = "Too late to matter.";

    private static readonly TimeSpan s_due = TimeSpan.FromSeconds(10);

    // A timer is set at once, or never.
    private static readonly TimeSpan s_timerLimit = TimeSpan.FromSeconds(1);

    [Test]
    public async Task Work_that_ends_in_time_is_passed_on()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var work = Source();
        var stop = CancellationToken.None;
        var waiting = Future.WithTimeout(token => Begin(work, stop = token), s_due, clock);

        clock.Advance(TimeSpan.FromSeconds(9));
        work.SetResult(7);

        AssertResult(await HangGuard.Finish(waiting, "the result"), 7);
        Assert.That(
            stop.IsCancellationRequested,
            Is.False,
            "Work that had ended in time was told to stop: what it made may still listen to that token. Expected the token to be cancelled only when the time is up; look at what is done on every way out."
        );
    }

    [Test]
    public async Task When_the_time_is_up_the_waiting_ends()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var work = Source();
        var waiting = Future.WithTimeout(token => Begin(work, token), s_due, clock);
        await clock.WaitForTimersAsync(1);

        clock.Advance(TimeSpan.FromSeconds(9.9));
        var early = waiting.IsCompleted;
        clock.Advance(TimeSpan.FromSeconds(0.1));

        await AssertTimeout(waiting);
        Assert.That(early, Is.False, "The waiting ended before the time was up.");
    }

    [Test]
    public async Task A_month_may_be_waited()
    {
        var month = TimeSpan.FromDays(30);
        var clock = new ManualTimeProvider(s_timerLimit);
        var work = Source();
        var waiting = Future.WithTimeout(token => Begin(work, token), month, clock);
        await clock.WaitForTimersAsync(1);

        clock.Advance(month - TimeSpan.FromHours(1));
        var early = waiting.IsCompleted;
        clock.Advance(TimeSpan.FromHours(1));

        await AssertTimeout(waiting);
        Assert.That(
            early,
            Is.False,
            "The time was a month, and the waiting ended earlier. No int holds the milliseconds of a month: look for a time that is cut off."
        );
    }

    [Test]
    public async Task Work_that_stops_when_it_is_asked_to_was_too_late_all_the_same()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var work = Source();
        var waiting = Future.WithTimeout(
            token =>
            {
                token.Register(() => work.TrySetCanceled(token));
                return work.Task;
            },
            s_due,
            clock
        );
        await clock.WaitForTimersAsync(1);

        clock.Advance(s_due);

        await Assert.ThrowsAsync<TimeoutException>(
            () => HangGuard.Finish(waiting, "the time-out"),
            "The time was up, the work was asked to stop, and stopped at once. That was still the time-out, and not a cancellation: expected a TimeoutException. Look at whose end is passed on when the time is up."
        );
    }

    [Test]
    public async Task When_the_time_is_up_the_work_is_asked_to_stop()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var work = Source();
        var stop = CancellationToken.None;
        var waiting = Future.WithTimeout(token => Begin(work, stop = token), s_due, clock);
        await clock.WaitForTimersAsync(1);
        var early = stop.IsCancellationRequested;

        clock.Advance(s_due);

        await AssertTimeout(waiting);
        Assert.That(early, Is.False, "The work was asked to stop before its time was up.");
        // It may be told by another thread, so that the one who waited is not held up by it.
        await Eventually.Holds(
            () => stop.IsCancellationRequested,
            "the work to be asked to stop. Nobody waits for it any more, and nobody has told it: it goes on for nothing. Look at what happens to its token."
        );
    }

    [Test]
    public async Task No_timer_stays_behind_when_the_work_has_ended()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var work = Source();
        var waiting = Future.WithTimeout(token => Begin(work, token), s_due, clock);
        await clock.WaitForTimersAsync(1);

        work.SetResult(1);
        await HangGuard.Finish(waiting, "the result");

        await AssertNoTimer(clock);
    }

    [Test]
    public async Task The_exception_of_the_work_is_passed_on()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var work = Source();
        var burnt = new TimeoutException("The work's own time-out.");
        var stop = CancellationToken.None;
        var waiting = Future.WithTimeout(token => Begin(work, stop = token), s_due, clock);

        work.SetException(burnt);

        var seen = await Assert.CatchAsync(() => HangGuard.Finish(waiting, "the exception"));
        Assert.That(
            (ReferenceEquals(seen, burnt), stop.IsCancellationRequested),
            Is.EqualTo((true, false)),
            "(whether the work's own exception was passed on, and whether the work was told to stop): the work ended with a TimeoutException of its own, in time. Look at how you tell that one from yours."
        );
        await AssertNoTimer(clock);
    }

    [Test]
    public async Task The_work_begins_on_the_calling_thread()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var began = 0;

        var (caller, waiting) = HangGuard.Run(
            () =>
                (
                    Environment.CurrentManagedThreadId,
                    Future.WithTimeout(
                        _ =>
                        {
                            began = Environment.CurrentManagedThreadId;
                            return Task.FromResult(1);
                        },
                        s_due,
                        clock
                    )
                ),
            "WithTimeout to come back to its caller"
        );
        await HangGuard.Finish(Task.WhenAny(waiting), "the result");

        Assert.That(
            began,
            Is.EqualTo(caller),
            "(the thread on which the work began): expected the caller's. Work that waits needs no thread of its own; look for what hands it to one."
        );
    }

    [Test]
    public async Task Work_that_gives_up_is_not_out_of_time()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var work = Source();
        var waiting = Future.WithTimeout(token => Begin(work, token), s_due, clock);

        work.SetCanceled();

        await Assert.CatchAsync<OperationCanceledException>(
            () => HangGuard.Finish(waiting, "the end of work that was cancelled"),
            "The work was cancelled long before its time was up. Expected its own cancellation, and not a time-out that never happened."
        );
        await AssertNoTimer(clock);
    }

    [Test]
    public async Task The_time_begins_when_the_work_has_begun()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var work = Source();
        var waiting = Future.WithTimeout(
            token =>
            {
                clock.Advance(s_due); // what the work does before its first await
                return Begin(work, token);
            },
            s_due,
            clock
        );
        await clock.WaitForTimersAsync(1);

        clock.Advance(TimeSpan.FromSeconds(9));
        var early = waiting.IsCompleted;
        work.SetResult(1);

        Assert.That(
            early,
            Is.False,
            "The work took 10 s to begin, and then 9 of the 10 s that it had. Expected the time to count from when the work has returned its task."
        );
        AssertResult(await HangGuard.Finish(waiting, "the result"), 1);
    }

    [Test]
    public async Task Work_that_throws_before_it_has_a_task_leaves_no_timer()
    {
        var clock = new ManualTimeProvider(s_timerLimit);

        await Assert.CatchAsync<FormatException>(
            async () =>
                await Future.WithTimeout<int>(_ => throw new FormatException("no"), s_due, clock),
            "The work threw before it returned a task. Expected its exception to be passed on."
        );

        await AssertNoTimer(clock);
    }

    [Test]
    public async Task Work_that_gives_up_before_it_has_a_task_is_not_out_of_time()
    {
        var clock = new ManualTimeProvider(s_timerLimit);

        await Assert.CatchAsync<OperationCanceledException>(
            async () =>
                await Future.WithTimeout<int>(
                    _ => throw new OperationCanceledException("sold out"),
                    s_due,
                    clock
                ),
            "The work threw an OperationCanceledException before it returned a task, and no time had passed. Expected that exception to be passed on, and not a time-out that never happened."
        );

        await AssertNoTimer(clock);
    }

    [Test]
    public async Task Work_that_is_done_when_it_returns_needs_no_time()
    {
        var clock = new ManualTimeProvider(s_timerLimit);

        var waiting = Future.WithTimeout(_ => Task.FromResult(3), TimeSpan.Zero, clock);

        AssertResult(await HangGuard.Finish(waiting, "the result"), 3);
    }

    [Test]
    public async Task What_the_work_throws_after_the_time_out_is_nobodys_concern()
    {
        var clock = new ManualTimeProvider(s_timerLimit);
        var unobserved = new EventLog();
        void Note(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            // Other tests leave exceptions behind on purpose.
            if (e.Exception.InnerException?.Message == TooLate)
                unobserved.Add(TooLate);
        }
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await TimeOutAndFail(clock);
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.That(
            unobserved.Entries,
            Is.Empty,
            "The work failed after everybody had given up on it, and its exception turned up as unobserved. Look at who looks at a task that nobody awaits."
        );
    }

    private static void AssertResult(int result, int expected) =>
        Assert.That(
            result,
            Is.EqualTo(expected),
            "Expected the result of the work. Look at what WithTimeout gives back."
        );

    private static async Task AssertTimeout(Task waiting) =>
        await Assert.ThrowsAsync<TimeoutException>(
            () => HangGuard.Finish(waiting, "the time-out"),
            "The time was up first. Expected a TimeoutException; look at what ends the waiting."
        );

    private static Task AssertNoTimer(ManualTimeProvider clock) =>
        // The library's own WaitAsync completes its task first, which may run this test up to here, and takes its timer away after that.
        Eventually.Holds(
            () => clock.PendingTimers == 0,
            "the timer to be stopped: the work has ended, and its timer still runs. With ten thousand orders that is ten thousand timers. Look at who stops it."
        );

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task TimeOutAndFail(ManualTimeProvider clock)
    {
        var work = Source();
        var waiting = Future.WithTimeout(token => Begin(work, token), s_due, clock);
        await clock.WaitForTimersAsync(1);
        clock.Advance(s_due);
        await AssertTimeout(waiting);
        work.SetException(new FormatException(TooLate));
    }

    private static TaskCompletionSource<int> Source() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Task<int> Begin(TaskCompletionSource<int> work, CancellationToken stop)
    {
        _ = stop;
        return work.Task;
    }
}
