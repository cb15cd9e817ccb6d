using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer;

/// <summary>Sees to it that an exploration ends: a fiber that blocks in a call that nobody controls is named and left behind.</summary>
internal static class Watchdog
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs a search on a carrier of its own and returns when it is over, or given up.</summary>
    public static void Run(
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
                catch (ScheduleEndedException) when (execution.IsAbandoned) { }
                catch (Exception e)
                {
                    error = ExceptionDispatchInfo.Capture(e);
                }
                execution.Close();
                Signal(over);
            }
        );

        var (still, blocked) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        var progress = execution.Progress;
        while (!over.Wait(Look))
        {
            var now = execution.Progress;
            if (now != progress || Debugger.IsAttached)
            {
                progress = now;
                (still, blocked) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
                continue;
            }
            // A thread that computes for long is slow, not blocked; but not for ever.
            blocked = IsBlocked(execution) ? blocked + Look : TimeSpan.Zero;
            if (blocked < options.StuckAfter && Stopwatch.GetElapsedTime(still) < options.TimeLimit)
                continue;
            execution.Abandon(Failure.Stuck(execution.Running));
            return;
        }
        error?.Throw();
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
