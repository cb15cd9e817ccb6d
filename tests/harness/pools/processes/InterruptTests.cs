using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Katas.Harness.Pools.Processes;

/// <summary>Ctrl+C at a terminal reaches every process that was started from it, the workers as well.</summary>
public class InterruptTests : PoolTest
{
    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent with kill.")]
    public async Task An_interrupt_is_the_parents_business_and_ends_no_worker()
    {
        await using var pool = new ProcessPoolExecutor(1);

        var before = await Soon(pool.Submit(InterruptYourself, 0), "the worker to be interrupted");
        var after = await Soon(pool.Submit(Jobs.ProcessId, 0), "a job after that");

        Assert.That(after, Is.EqualTo(before));
    }

    public static int InterruptYourself(int unused, CancellationToken cancellationToken)
    {
        using var interrupted = new ManualResetEventSlim();
        using var handler = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            _ => interrupted.Set()
        );
        var id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        using (var kill = Process.Start("kill", ["-INT", id]))
            kill.WaitForExit();
        // Where a shell has started all this in the background, interrupts are ignored, and none comes.
        interrupted.Wait(TimeSpan.FromSeconds(2), cancellationToken);
        return Environment.ProcessId;
    }
}
