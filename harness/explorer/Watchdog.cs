using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer;

/// <summary>Gives an exploration up when a fiber blocks, or computes without end, in code that the explorer does not control.</summary>
internal static class Watchdog
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs a search on a carrier of its own.</summary>
    /// <returns><see langword="null"/> when the search is over; the reason when it was given up, and may still run.</returns>
    public static Failure? Run(
        Execution execution,
        ExplorerOptions options,
        Action<CarrierThread> search
    )
    {
        using var over = new ManualResetEventSlim();
        ExceptionDispatchInfo? error = null;
        CarrierThread.Start(
            execution,
            "explorer",
            carrier =>
            {
                try
                {
                    search(carrier);
                }
                catch (ScheduleEndedException) when (execution.IsClosed) { }
                catch (Exception e)
                {
                    error = ExceptionDispatchInfo.Capture(e);
                }
                execution.Close();
                Signal(over);
            }
        );

        var (lastProgress, blocked) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        var progress = execution.Progress;
        while (!over.Wait(PollInterval))
        {
            var now = execution.Progress;
            if (now != progress || Debugger.IsAttached)
            {
                progress = now;
                (lastProgress, blocked) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
                continue;
            }
            // A thread that computes for long is slow, not blocked; but it must not compute endlessly.
            blocked = IsBlocked(execution) ? blocked + PollInterval : TimeSpan.Zero;
            if (
                blocked < options.StuckAfter
                && Stopwatch.GetElapsedTime(lastProgress) < options.TimeLimit
            )
                continue;
            // Before the others leave: what they release may let the blocked call come back.
            var failure = Failure.Stuck(execution.Running);
            execution.Abandon();
            return failure;
        }
        error?.Throw();
        return null;
    }

    private static bool IsBlocked(Execution execution) =>
        execution.Running?.Carrier?.Thread.ThreadState.HasFlag(
            System.Threading.ThreadState.WaitSleepJoin
        ) == true;

    private static void Signal(ManualResetEventSlim over)
    {
        try
        {
            over.Set();
        }
        catch (ObjectDisposedException)
        {
            // The search was given up, and has come back after all.
        }
    }
}
