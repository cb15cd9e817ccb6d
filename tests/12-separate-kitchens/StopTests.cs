using System.Globalization;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.SeparateKitchens;

[Kata(3, typeof(WorkerProcess), nameof(WorkerProcess.StopAsync))]
public class StopTests : KitchenTest
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    [Test]
    public async Task A_worker_that_is_asked_leaves_in_good_order()
    {
        // The clock stands still: code that waits for the grace to pass never returns.
        var clock = new ManualTimeProvider();
        var worker = Start();
        var probe = ProcessProbe.Watch(worker.Id);

        var exitCode = await Soon(
            worker.StopAsync(s_grace, clock),
            "the worker to leave",
            "It does when its input ends: look at whether that is closed."
        );

        Assert.That(
            exitCode,
            Is.Zero,
            "Expected the worker to leave on its own, but it was killed. Look at whether it is asked before it is forced."
        );
        Assert.That(probe.IsAlive, Is.False, "StopAsync came back before the worker was gone.");
        Assert.That(
            worker.Errors,
            Does.Contain("bye"),
            "Expected what the worker wrote last to have been read."
        );
    }

    [Test]
    public async Task A_worker_that_does_not_listen_is_killed_when_its_time_is_up()
    {
        var clock = new ManualTimeProvider(WaitLimit);
        var worker = Start("deaf");
        await Ready(worker);
        var probe = ProcessProbe.Watch(worker.Id);

        var stopping = worker.StopAsync(s_grace, clock);
        await clock.WaitForTimersAsync(1);
        clock.Advance(s_grace - TimeSpan.FromSeconds(1));
        var aliveInTime = probe.IsAlive;
        clock.Advance(TimeSpan.FromSeconds(1));

        var exitCode = await Soon(stopping, "a deaf worker to be killed when its grace was over");
        Assert.That(aliveInTime, Is.True, "The worker was killed before its time was up.");
        Assert.That(
            exitCode,
            Is.Not.Zero,
            "A worker that was killed has not ended well, and its exit code says so."
        );
        Assert.That(
            probe.IsAlive,
            Is.False,
            "StopAsync came back before the killed worker was gone."
        );
    }

    [Test]
    public async Task What_the_worker_has_started_goes_with_it()
    {
        var clock = new ManualTimeProvider(WaitLimit);
        var worker = Start("deaf");
        var id = int.Parse(await Ready(worker, "grandchild"), CultureInfo.InvariantCulture);
        var grandchild = ProcessProbe.Watch(id, WaitLimit);
        Assert.That(grandchild.IsAlive, Is.True, "The test's process of the worker did not start.");

        var stopping = worker.StopAsync(s_grace, clock);
        await clock.WaitForTimersAsync(1);
        clock.Advance(s_grace);

        try
        {
            await Soon(stopping, "the worker to be gone");
            await grandchild.WaitUntilGone();
        }
        catch (ProbeException)
        {
            End(id);
            Assert.Fail(
                "The worker was killed, and the process that it had started lives on. Look at how much of the tree is killed."
            );
        }
    }

    [Test]
    public async Task A_question_that_hangs_does_not_hold_up_the_stop()
    {
        var worker = Start();
        var question = worker.AskAsync($"hold {Folder}");
        await Signal(Path.Combine(Folder, $"in-{worker.Id}"), "The worker should have been asked.");

        var exitCode = await Soon(
            worker.StopAsync(s_grace, new ManualTimeProvider()),
            "the worker to be stopped while a question was pending",
            "Look at whether StopAsync waits for the turn of those who ask."
        );

        Assert.That(exitCode, Is.Zero, "Expected the worker to leave when its input ended.");
        await Died(
            question,
            "Expected whoever waited for an answer to be told that there is none."
        );
    }

    [Test]
    public async Task Whoever_asked_a_worker_that_is_killed_is_told()
    {
        var clock = new ManualTimeProvider(WaitLimit);
        var worker = Start("deaf");
        var question = worker.AskAsync($"hold {Folder}");
        await Signal(Path.Combine(Folder, $"in-{worker.Id}"), "The worker should have been asked.");

        var stopping = worker.StopAsync(s_grace, clock);
        await clock.WaitForTimersAsync(1);
        clock.Advance(s_grace);
        await Soon(stopping, "a deaf worker to be killed when its grace was over");

        await Died(
            question,
            "The worker was killed over a question. Expected whoever had asked to be told that it has died."
        );
    }

    [Test]
    public async Task A_question_that_is_answered_in_time_has_its_answer()
    {
        var worker = Start();
        var question = worker.AskAsync($"finish {Folder}");
        await Signal(Path.Combine(Folder, $"in-{worker.Id}"), "The worker should have been asked.");

        // It is asked to leave with the question in hand, answers that, and only then leaves.
        var stopping = worker.StopAsync(s_grace, new ManualTimeProvider());
        File.Create(Path.Combine(Folder, "open")).Dispose();
        await Soon(stopping, "the worker to answer and to leave");

        await Soon(Task.WhenAny(question), "the answer of a worker that was asked to leave");
        Assert.That(
            question.IsCompletedSuccessfully ? await question : question.Exception?.Message,
            Is.EqualTo("let go"),
            "The worker was asked to leave while it had a question in hand, and answered it before it left. Expected whoever had asked to get the answer. Look at what StopAsync does to the question in hand."
        );
    }

    [Test]
    public async Task Whoever_disposes_of_a_worker_gives_it_time_to_leave()
    {
        var worker = Start();
        _ = worker.AskAsync($"finish {Folder}");
        await Signal(Path.Combine(Folder, $"in-{worker.Id}"), "The worker should have been asked.");

        // What it has in hand it can finish only now: whoever kills it at once is first.
        var disposing = worker.DisposeAsync().AsTask();
        File.Create(Path.Combine(Folder, "open")).Dispose();
        await Soon(Task.WhenAny(disposing), "the end of a worker that was disposed of");

        Assert.That(
            worker.Errors,
            Does.Contain("bye"),
            "When its input ends, the worker finishes what it has in hand, says 'bye' on its standard error, and leaves. Expected DisposeAsync to give it two seconds for that, as it says. Look at the grace."
        );
    }

    [Test]
    public async Task All_that_the_worker_has_written_is_read_when_the_stop_returns()
    {
        // The news of its end comes last, and is heard first: what goes on after a read waits until then.
        var context = new NewestFirstContext();
        var worker = context.Run(() => Start("flood err 6", "exit 0"));
        await ProcessProbe.Watch(worker.Id, WaitLimit).WaitUntilGone();
        // The end of the process, and those of two reads. Whoever waits by threads of their own posts nothing, and is not held up for longer.
        await PolledWait.Until(() => context.Queued >= 3, TimeSpan.FromSeconds(2));

        var stopping = context.Run(() => worker.StopAsync(s_grace, new ManualTimeProvider()));
        var hasStopped = context.RunUntil(stopping, WaitLimit);

        Assert.That(hasStopped, Is.True, "The worker was gone, and StopAsync still waited for it.");
        Assert.That(
            worker.Errors.Contains("closing early", StringComparison.Ordinal),
            Is.True,
            "StopAsync came back when the process was gone, but before all that it had written was read. Look at what is waited for besides the end of the process."
        );
    }

    [Test]
    public async Task No_timer_stays_behind_when_the_worker_has_left()
    {
        var clock = new ManualTimeProvider(WaitLimit);
        var worker = Start();

        await Soon(worker.StopAsync(s_grace, clock), "the worker to leave");

        await Holds(
            () => clock.PendingTimers == 0,
            "The worker has left on its own, and the timer of its grace still runs. Expected it to be stopped. Look at who does that."
        );
    }

    [Test]
    public async Task Two_who_stop_at_the_same_time_get_the_same_answer()
    {
        var clock = new ManualTimeProvider(WaitLimit);
        var worker = Start("deaf");
        await Ready(worker);

        var stops = Task.WhenAll(
            Task.Run(() => worker.StopAsync(s_grace, clock)),
            Task.Run(() => worker.StopAsync(s_grace, clock))
        );
        clock.RunUntil(stops, "two stops at once to come back");

        Assert.That(
            stops.Exception?.InnerException,
            Is.Null,
            "Two asked a deaf worker to leave at the same time, and one of them failed. Calling StopAsync again is harmless."
        );
        var exitCodes = await stops;
        Assert.That(
            exitCodes[0] == exitCodes[1] && exitCodes[0] != 0,
            Is.True,
            $"Two asked a deaf worker to leave at the same time. Expected both to get the exit code of its one end, and saw {exitCodes[0]} and {exitCodes[1]}."
        );
    }

    [Test]
    public async Task Stopping_again_does_not_cut_the_grace_short()
    {
        var clock = new ManualTimeProvider();
        var worker = Start();
        _ = worker.AskAsync($"finish {Folder}");
        await Signal(Path.Combine(Folder, $"in-{worker.Id}"), "The worker should have been asked.");

        // It leaves when it has answered, which it can do only now; the clock stands still.
        var stops = Task.WhenAll(
            worker.StopAsync(s_grace, clock),
            worker.StopAsync(s_grace, clock)
        );
        File.Create(Path.Combine(Folder, "open")).Dispose();

        Assert.That(
            await Soon(stops, "the end of a worker that was asked twice to leave"),
            Is.All.Zero,
            "The worker was asked twice to leave, and its grace had not passed. Expected it to leave on its own, with exit code 0. Look at what a second stop does that the first does not."
        );
    }

    [Test]
    public async Task Stopping_again_gives_the_same_answer()
    {
        var worker = Start();

        var first = await Soon(
            worker.StopAsync(s_grace, new ManualTimeProvider()),
            "the first stop"
        );
        var second = await Soon(
            worker.StopAsync(s_grace, new ManualTimeProvider()),
            "the second stop"
        );

        Assert.That(
            (first, second),
            Is.EqualTo((0, 0)),
            "The worker left on its own when it was first asked. Expected the second stop to find that out and to give the same exit code."
        );
    }

    [Test]
    public async Task The_exit_code_of_a_worker_that_was_gone_before_is_its_own()
    {
        var worker = Start("exit 7");
        await ProcessProbe.Watch(worker.Id, WaitLimit).WaitUntilGone();

        Assert.That(
            await Soon(
                worker.StopAsync(s_grace, new ManualTimeProvider()),
                "a worker that has left early"
            ),
            Is.EqualTo(7),
            "The worker had left with exit code 7 before it was asked to. Expected StopAsync to say so."
        );
    }

    /// <summary>Asks one thing, so that the worker is known to be up and to have done its first orders.</summary>
    private static async Task<string> Ready(WorkerProcess worker, string order = "pid") =>
        await Soon(worker.AskAsync(order), "the worker to be ready");
}
