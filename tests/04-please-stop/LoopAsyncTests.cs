using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.PleaseStop;

[Kata(3, typeof(Periodic), nameof(Periodic.LoopAsync))]
public class LoopAsyncTests
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private ManualTimeProvider _clock = null!;
    private Rounds _rounds = null!;
    private CancellationTokenSource _stop = null!;

    [SetUp]
    public void Make_a_clock()
    {
        _clock = new ManualTimeProvider();
        _rounds = new Rounds();
        _stop = new CancellationTokenSource();
    }

    [TearDown]
    public void Stop_whatever_still_runs()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    [Test]
    public void The_work_is_done_at_once_and_the_caller_goes_on()
    {
        var loop = Start(_rounds.Do);

        Assert.That(
            _rounds.Count,
            Is.EqualTo(1),
            "Expected the work to be done once before LoopAsync comes back to its caller."
        );
        Assert.That(
            loop.IsCompleted,
            Is.False,
            "Expected a loop that nobody has cancelled to go on: look at what ends it."
        );
    }

    [Test]
    public void The_work_is_done_first_on_the_thread_of_the_caller()
    {
        var caller = HangGuard.Run(
            () =>
            {
                _ = Periodic.LoopAsync(_rounds.Do, Every, _clock, _stop.Token);
                return Environment.CurrentManagedThreadId;
            },
            "LoopAsync to come back to its caller while it waits"
        );
        _rounds.WaitFor(1);

        Assert.That(
            _rounds.ThreadIds,
            Is.EqualTo(new[] { caller }),
            "The first work should be done before LoopAsync comes back, on its caller's thread, but it was handed to another one. Look for what hands it over: nothing here needs a thread that waits."
        );
    }

    [Test]
    public void The_work_is_done_again_each_time_the_clock_has_moved_on()
    {
        _ = Start(_rounds.Do);
        _clock.WaitForTimers(1);

        _clock.Advance(Every - TimeSpan.FromTicks(1));
        var early = _rounds.Count;
        _clock.Advance(TimeSpan.FromTicks(1));
        _rounds.WaitFor(2);
        _clock.WaitForTimers(1);
        _clock.Advance(Every);
        _rounds.WaitFor(3);

        Assert.That(early, Is.EqualTo(1), "The work was done again before the time had passed.");
        Assert.That(_rounds.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task A_cancellation_ends_the_waiting_at_once()
    {
        var loop = Start(_rounds.Do);
        _clock.WaitForTimers(1);

        await _stop.CancelAsync();
        await EndOf(loop);

        Assert.That(
            loop.IsCanceled,
            Is.True,
            $"The loop ended as {loop.Status}. Whoever awaits it cannot see that it was cancelled; look at who catches the exception of the waiting."
        );
        Assert.That(_rounds.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_loop_that_is_cancelled_leaves_no_timer()
    {
        var loop = Start(_rounds.Do);
        _clock.WaitForTimers(1);

        await _stop.CancelAsync();
        await EndOf(loop);

        Assert.That(
            _clock.PendingTimers,
            Is.Zero,
            "The loop has ended, and its timer still ticks. Look for what has to be disposed."
        );
    }

    [Test]
    public async Task A_loop_that_is_cancelled_before_it_begins_does_no_work()
    {
        await _stop.CancelAsync();

        var loop = Start(_rounds.Do);
        await EndOf(loop);

        Assert.That(_rounds.Count, Is.Zero);
        Assert.That(loop.IsCanceled, Is.True);
    }

    [Test]
    public async Task Work_that_cancels_is_the_last()
    {
        var loop = Start(() =>
        {
            _rounds.Do();
            _stop.Cancel();
        });

        await EndOf(loop);

        Assert.That(_rounds.Count, Is.EqualTo(1));
        Assert.That(loop.IsCanceled, Is.True);
        Assert.That(
            _clock.PendingTimers,
            Is.Zero,
            "The work itself asked for the stop, the loop has ended, and a timer still ticks. Look at a timer that is made after the stop was requested."
        );
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task What_the_work_throws_ends_the_loop(int round)
    {
        var burnt = new InvalidOperationException("burnt");
        var loop = Start(() =>
        {
            _rounds.Do();
            if (_rounds.Count == round)
                throw burnt;
        });

        if (round > 1)
        {
            _clock.WaitForTimers(1);
            _clock.Advance(Every);
        }
        await EndOf(loop);

        Assert.That(
            loop.Exception?.InnerException,
            Is.SameAs(burnt),
            $"The work threw in round {round}, and the loop should fail with that exception, but it ended as {loop.Status}. Look at who catches it."
        );
        Assert.That(
            _clock.PendingTimers,
            Is.Zero,
            $"The work threw in round {round} and ended the loop, and its timer still ticks. Look for what is disposed only when the loop is cancelled."
        );
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Work_that_fails_although_the_stop_is_requested_has_failed(int round)
    {
        var burnt = new InvalidOperationException("burnt");
        var loop = Start(() =>
        {
            _rounds.Do();
            if (_rounds.Count < round)
                return;
            _stop.Cancel();
            throw burnt;
        });

        if (round > 1)
        {
            _clock.WaitForTimers(1);
            _clock.Advance(Every);
        }
        await EndOf(loop);

        Assert.That(
            loop.Exception?.InnerException,
            Is.SameAs(burnt),
            $"The stop was requested in round {round}, and then the work of that round threw. The loop should fail with that exception, but it ended as {loop.Status}: nobody learns that something is broken. Look at who takes the failure for the stop."
        );
    }

    [Test]
    public async Task Work_that_somebody_else_cancels_ends_the_loop_too()
    {
        var loop = Start(() =>
        {
            _rounds.Do();
            throw new OperationCanceledException("the guest has left");
        });

        try
        {
            await EndOf(loop);
        }
        catch (ProbeException)
        {
            // What is asserted says more.
        }

        Assert.That(
            (loop.IsCanceled || loop.IsFaulted, _rounds.Count),
            Is.EqualTo((true, 1)),
            $"(whether the loop ended with its work's exception, and how often the work was done): the work threw an OperationCanceledException, although nobody had cancelled the loop. That is an exception like any other, and the loop is {loop.Status}; look at who catches it."
        );
    }

    /// <summary>Begins a loop; one that throws at its caller fails the test in words.</summary>
    private Task Start(Action work)
    {
        Exception? thrown = null;
        var loop = HangGuard.Run(
            () =>
            {
                try
                {
                    return Periodic.LoopAsync(work, Every, _clock, _stop.Token);
                }
                // A stub speaks for itself.
                catch (Exception e) when (e is not NotImplementedException)
                {
                    thrown = e;
                    return Task.CompletedTask;
                }
            },
            "LoopAsync to come back to its caller while it waits"
        );
        Assert.That(
            thrown is null,
            $"The work or its waiting threw {thrown?.GetType().Name}, and LoopAsync threw that at its caller. It should give back a task that fails with it, as in every other round; look at where the method becomes asynchronous."
        );
        return loop;
    }

    /// <summary>Waits for the end, whatever it is.</summary>
    private static Task<Task> EndOf(Task loop) =>
        HangGuard.Finish(
            Task.WhenAny(loop),
            "the loop to end without the clock being moved any further"
        );
}
