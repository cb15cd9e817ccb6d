using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.PleaseStop;

[Kata(1, typeof(Worker))]
public class WorkerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Test]
    public void Start_begins_rounds_on_one_other_thread()
    {
        var rounds = new Rounds();
        var worker = new Worker(rounds.Do, Short);

        worker.Start();
        rounds.WaitFor(3);
        worker.RequestStop();

        Assert.That(
            rounds.ThreadIds,
            Has.Length.EqualTo(1).And.None.EqualTo(Environment.CurrentManagedThreadId),
            "A worker has one thread of its own, and all its rounds run there."
        );
        rounds.AssertNotBorrowed();
    }

    [Test]
    public void A_pause_of_no_time_is_a_pause()
    {
        var rounds = new Rounds();
        Worker worker = null!;
        worker = new Worker(Round, TimeSpan.Zero);

        worker.Start();

        Assert.That(Ends(worker, "the worker to do three rounds without a pause, and to end"));
        Assert.That(
            rounds.Count,
            Is.EqualTo(3),
            "The pause between two rounds is zero, and the third round asked for the stop. Look at what the pause does when there is no time to wait."
        );

        void Round()
        {
            rounds.Do();
            if (rounds.Count == 3)
                worker.RequestStop();
        }
    }

    [Test]
    public void A_pause_may_take_24_days() =>
        Assert.That(
            () => new Worker(() => { }, TimeSpan.FromDays(24)),
            Throws.Nothing,
            "A pause takes at most 24 days, and 24 days are at most 24 days. Look at which pauses are refused."
        );

    [Test]
    public void A_round_may_ask_for_the_stop()
    {
        var rounds = new Rounds();
        Worker worker = null!;
        worker = new Worker(Round, Long);

        worker.Start();

        Assert.That(
            Ends(worker, "the worker to end after its first round, which asked for the stop")
        );
        Assert.That(rounds.Count, Is.EqualTo(1));

        void Round()
        {
            rounds.Do();
            worker.RequestStop();
        }
    }

    [Test]
    public void Each_worker_is_stopped_for_itself()
    {
        var (early, late) = (new Rounds(), new Rounds());
        var (first, second) = (new Worker(early.Do, Short), new Worker(late.Do, Short));
        first.Start();
        second.Start();
        early.WaitFor(1);

        first.RequestStop();
        Ends(first, "the first of two workers to end");
        var count = late.Count;
        try
        {
            late.WaitFor(count + 2);
        }
        catch (ProbeException)
        {
            Assert.Fail(
                "The first of two workers was asked to stop, and the second does no more rounds, too. Look for what they share, such as a static field."
            );
        }
        finally
        {
            second.RequestStop();
        }

        Assert.That(Ends(second, "the second of two workers to end"));
    }

    [Test]
    public void A_worker_pauses_between_rounds()
    {
        var (worker, rounds) = StartAndPause();

        var count = rounds.Count;
        worker.RequestStop();

        Assert.That(
            count,
            Is.EqualTo(1),
            "The second round began although the pause had hardly begun. Look at what the worker does between two rounds."
        );
    }

    [Test]
    public void A_worker_starts_once()
    {
        var worker = new Worker(() => { }, Short);
        worker.Start();

        try
        {
            Assert.Catch<InvalidOperationException>(
                worker.Start,
                "A worker that was started once was started again, and nobody objected. Two threads would now do its rounds, and the stop would be for one of them."
            );
        }
        finally
        {
            worker.RequestStop();
        }
    }

    [Test]
    public void A_worker_that_was_asked_to_stop_starts_once_too()
    {
        var worker = new Worker(() => { }, Short);
        HangGuard.Run(worker.RequestStop, "RequestStop to come back before the start");
        worker.Start();

        Assert.Catch<InvalidOperationException>(
            worker.Start,
            "A worker was asked to stop and then started, twice, and nobody objected to the second time. Look at what Start does when the stop is already requested."
        );
    }

    [Test]
    public void A_worker_that_has_ended_does_not_start_again()
    {
        var rounds = new Rounds();
        var worker = new Worker(rounds.Do, Short);
        worker.Start();
        rounds.WaitFor(1);
        worker.RequestStop();
        Ends(worker, "the worker to end");

        Assert.Catch<InvalidOperationException>(
            worker.Start,
            "A worker that had ended was started again, and nobody objected. It was asked to stop, so it would do nothing; look at what Start asks before it starts a thread."
        );
    }

    [Test]
    public void RequestStop_ends_a_pause_at_once()
    {
        var (worker, rounds) = StartAndPause();

        worker.RequestStop();

        Assert.That(Ends(worker, "the worker to end, asked to stop in the middle of a pause"));
        Assert.That(rounds.Count, Is.EqualTo(1));
    }

    [Test]
    public void RequestStop_lets_the_round_in_progress_end_and_no_other_begin()
    {
        var rounds = new Rounds();
        var gate = new Gate("RequestStop to come back while a round is in progress");
        var log = new EventLog();
        var worker = new Worker(Round, Long);
        worker.Start();
        rounds.WaitUntilHeld(gate);

        worker.RequestStop();
        gate.Open();

        Assert.That(
            Ends(
                worker,
                "the worker to end after the round in which it was asked to stop, without the pause of an hour after it"
            )
        );
        Assert.That(
            (log.Count("begun"), log.Count("ended")),
            Is.EqualTo((1, 1)),
            $"One round was in progress when the stop was requested. It goes on to its end, and it is the last.\n{log}"
        );

        void Round()
        {
            rounds.Do();
            log.Add("begun");
            gate.Wait();
            log.Add("ended");
        }
    }

    [Test]
    public void A_stop_that_is_requested_before_the_start_is_not_forgotten()
    {
        var rounds = new Rounds();
        var worker = new Worker(rounds.Do, Short);

        HangGuard.Run(worker.RequestStop, "RequestStop to come back before the start");
        worker.Start();

        Assert.That(Ends(worker, "the worker to end, asked to stop before it was started"));
        Assert.That(
            rounds.Count,
            Is.Zero,
            "The worker did a round although the stop was requested before its start. Look at what Start does to the request."
        );
    }

    [Test]
    public void RequestStop_may_be_called_again_from_any_thread()
    {
        var log = new EventLog();
        var worker = new Worker(() => log.Add("round"), Short);
        worker.Start();
        log.WaitFor("round");
        var asked = new Rendezvous(3, "three threads to ask for a stop");

        PendingCall[] others = [Another(), Another()];
        asked.Meet();
        worker.RequestStop();
        foreach (var other in others)
            other.Finish();

        Assert.That(Ends(worker, "the worker to end, asked by three"));
        Assert.DoesNotThrow(worker.RequestStop);

        PendingCall Another() =>
            PendingCall.Start(
                () =>
                {
                    asked.Meet();
                    worker.RequestStop();
                },
                "RequestStop to come back"
            );
    }

    [Test]
    public void Join_comes_back_with_false_when_the_time_is_over()
    {
        var rounds = new Rounds();
        var gate = new Gate("Join to give up and come back");
        var worker = new Worker(() => rounds.Hold(gate), Short);
        worker.Start();
        rounds.WaitUntilHeld(gate);

        var ended = worker.Join(Short);
        worker.RequestStop();
        gate.Open();
        Ends(worker, "the worker to end after its round");

        Assert.That(
            ended,
            Is.False,
            "Join said that the worker had ended in the middle of a round."
        );
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Who_was_asked_to_stop_has_not_ended_yet(int milliseconds)
    {
        var rounds = new Rounds();
        var gate = new Gate("Join to give up and come back");
        var worker = new Worker(() => rounds.Hold(gate), Short);
        worker.Start();
        rounds.WaitUntilHeld(gate);
        worker.RequestStop();

        var ended = worker.Join(TimeSpan.FromMilliseconds(milliseconds));
        gate.Open();
        Ends(worker, "the worker to end after its round");

        Assert.That(
            ended,
            Is.False,
            $"The worker was asked to stop and is still in the middle of its last round, and Join, with a time-out of {milliseconds} ms, said that it had ended. Look at what its answer rests on: the request, or the end."
        );
    }

    [Test]
    public void Join_waits_for_the_end()
    {
        var rounds = new Rounds();
        var gate = new Gate("the test to let the round end");
        var worker = new Worker(() => rounds.Hold(gate), Short);
        worker.Start();
        rounds.WaitUntilHeld(gate);
        worker.RequestStop();
        var ended = false;

        var join = PendingCall.Start(
            () => ended = worker.Join(Long),
            "Join to come back when the worker has ended"
        );
        join.Settle();
        var early = join.HasEnded;
        gate.Open();
        join.Finish();

        Assert.That(
            (early, ended),
            Is.EqualTo((false, true)),
            "(whether Join came back before the round had ended, and what it said): it was to wait an hour at most, and the round ended long before. Look at what it waits for."
        );
    }

    [Test]
    public void Join_may_be_asked_again()
    {
        var rounds = new Rounds();
        var worker = new Worker(rounds.Do, Short);
        worker.Start();
        rounds.WaitFor(1);
        worker.RequestStop();
        Assert.That(Ends(worker, "the worker to end"));

        Assert.That(
            worker.Join(TimeSpan.Zero),
            Is.True,
            "A worker that has ended stays so, however often one asks. Look at whether the first Join uses up what tells the end."
        );
    }

    [Test]
    public void Join_waits_for_the_end_although_nobody_has_asked_for_it_yet()
    {
        var rounds = new Rounds();
        var worker = new Worker(rounds.Do, Short);
        worker.Start();
        rounds.WaitFor(1);
        var ended = false;

        var join = PendingCall.Start(
            () => ended = worker.Join(Long),
            "Join to come back when the worker has ended"
        );
        join.Settle();
        var early = join.HasEnded;
        worker.RequestStop();
        join.Finish();

        Assert.That(
            (early, ended),
            Is.EqualTo((false, true)),
            "(whether Join came back while the worker did its rounds, and what it said): it was to wait an hour at most, and the stop was requested while it waited. Look at what it asks before it waits."
        );
    }

    [Test]
    public void Join_asks_for_nothing()
    {
        var rounds = new Rounds();
        var worker = new Worker(rounds.Do, Short);
        worker.Start();
        rounds.WaitFor(1);
        bool ended;

        try
        {
            ended = HangGuard.Run(
                () => worker.Join(Short),
                "Join to give up after its millisecond and come back"
            );
            // The round that was in progress, and two that began after the call.
            rounds.WaitFor(rounds.Count + 3);
        }
        finally
        {
            worker.RequestStop();
        }

        Assert.That(
            ended,
            Is.False,
            "Nobody had asked the worker to stop, and Join said that it had ended."
        );
    }

    [Test]
    public void Join_of_a_worker_that_was_never_started_has_nothing_to_wait_for()
    {
        var worker = new Worker(() => { }, Short);

        var ended = Ends(worker, "Join to come back from a worker that was never started");

        Assert.That(ended, Is.True);
    }

    [Test]
    public void The_request_is_bound_to_reach_the_other_thread()
    {
        _ = new Worker(() => { }, Short);

        var flag = PlainFlag.SetBy(typeof(Worker), nameof(Worker.RequestStop));

        Assert.That(
            flag,
            Is.Null,
            $"RequestStop does nothing but set the plain field '{flag}'. The compiler may read such a field once, before the loop, and never again. Look for a signal that is made for two threads."
        );
    }

    private static (Worker, Rounds) StartAndPause()
    {
        var rounds = new Rounds();
        var worker = new Worker(rounds.Do, Long);
        worker.Start();
        rounds.WaitForPause(worker);
        return (worker, rounds);
    }

    private static bool Ends(Worker worker, string what) =>
        HangGuard.Run(() => worker.Join(Long), what);
}
