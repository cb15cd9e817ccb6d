using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.PleaseStop;

[Kata(2, typeof(Worker), nameof(Worker.Dispose))]
public class DisposeTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [TestCase(false)]
    [TestCase(true)]
    public void Dispose_waits_for_the_round_in_progress(bool wasAskedToStop)
    {
        var rounds = new Rounds();
        var gate = new Gate("the test to let the round end");
        var worker = new Worker(() => rounds.Hold(gate), Short);
        worker.Start();
        rounds.WaitUntilHeld(gate);
        if (wasAskedToStop)
            worker.RequestStop();

        var dispose = PendingCall.Start(worker.Dispose, "Dispose to come back after the round");
        dispose.Settle();
        var early = dispose.HasEnded;
        gate.Open();
        dispose.Finish();

        Assert.That(
            early,
            Is.False,
            $"Dispose came back in the middle of a round of a worker that {(wasAskedToStop ? "was asked to stop before" : "nobody had asked to stop")}. The caller now closes the file that the round still writes to; look at whether Dispose waits for the thread."
        );
    }

    [Test]
    public void Dispose_stops_a_worker_that_nobody_asked_to_stop()
    {
        var rounds = new Rounds();
        var worker = new Worker(rounds.Do, Long);
        worker.Start();
        rounds.WaitForPause(worker);

        Dispose(worker);

        Assert.DoesNotThrow(() =>
            HangGuard.Run(rounds.Thread.Join, "the worker's thread to end after Dispose")
        );
    }

    [Test]
    public void Dispose_twice_is_harmless()
    {
        var worker = StartAndBegin();

        Dispose(worker);

        Assert.DoesNotThrow(
            () => Dispose(worker),
            "A worker that was disposed already was disposed again. `using` and a caller may both do it; look at what the second call finds gone."
        );
    }

    [Test]
    public void Dispose_before_the_start_comes_back()
    {
        var worker = new Worker(() => { }, Short);

        Assert.DoesNotThrow(
            () => Dispose(worker),
            "A worker that was never started was disposed. There is nothing to wait for; look at what Dispose takes to be there."
        );
    }

    [Test]
    public void A_disposed_worker_does_not_start()
    {
        var worker = new Worker(() => { }, Short);
        Dispose(worker);

        Assert.Catch<ObjectDisposedException>(
            worker.Start,
            "A disposed worker was started, and nobody objected. Whoever started it believes that rounds are done."
        );
    }

    [Test]
    public void A_disposed_worker_can_still_be_asked_to_stop()
    {
        var worker = StartAndBegin();
        Dispose(worker);

        Assert.DoesNotThrow(
            worker.RequestStop,
            "A worker that was disposed was asked to stop once more, which is harmless after the end. Look at what RequestStop finds gone."
        );
        Assert.That(
            worker.Join(TimeSpan.Zero),
            Is.True,
            "Dispose has waited for the worker's end, so Join has nothing to wait for. Look at what its answer rests on."
        );
    }

    /// <summary>Starts a worker, and waits for its first round: by then it has asked whether to stop, and was told to go on.</summary>
    private static Worker StartAndBegin()
    {
        var log = new EventLog();
        var worker = new Worker(() => log.Add("round"), Short);
        worker.Start();
        log.WaitFor("round");
        return worker;
    }

    private static void Dispose(Worker worker) =>
        HangGuard.Run(worker.Dispose, "Dispose to come back");
}
