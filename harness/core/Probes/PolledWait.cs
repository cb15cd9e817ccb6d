namespace Katas.Harness.Probes;

/// <summary>Waits with a limit that grows with the machine's load.</summary>
/// <remarks>
/// The limit is a number of poll intervals. On a machine with much else to do an interval takes longer than it should, and so does everything
/// that is waited for.
/// </remarks>
public static class PolledWait
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Blocks until a task is completed; what it failed with is not thrown.</summary>
    /// <param name="task">The task.</param>
    /// <param name="limit">How long to wait on an idle machine, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <returns>Whether it is completed.</returns>
    public static bool Block(Task task, TimeSpan limit)
    {
        // Not task.Wait: it spins before it sleeps, and on a busy machine that takes far longer than the interval.
        var done = ((IAsyncResult)task).AsyncWaitHandle;
        for (var left = Intervals(limit); left > 0 && !task.IsCompleted; left--)
            done.WaitOne(PollInterval);
        return task.IsCompleted;
    }

    /// <summary>Polls, at once and after every interval, until a condition holds, and blocks meanwhile.</summary>
    /// <param name="condition">The condition; what it throws is thrown here.</param>
    /// <param name="limit">How long to poll on an idle machine, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <returns>Whether it held.</returns>
    public static bool Block(Func<bool> condition, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var never = new ManualResetEvent(initialState: false);
        for (var left = Intervals(limit); !condition(); left--)
        {
            if (left <= 0)
                return false;
            never.WaitOne(PollInterval);
        }
        return true;
    }

    /// <summary>Waits without a thread until a task is completed; what it failed with is not thrown.</summary>
    /// <param name="task">The task.</param>
    /// <param name="limit">How long to wait on an idle machine, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <returns>Whether it is completed.</returns>
    public static async Task<bool> Await(Task task, TimeSpan limit)
    {
        for (var left = Intervals(limit); left > 0 && !task.IsCompleted; left--)
            await Task.WhenAny(task, Task.Delay(PollInterval, TimeProvider.System))
                .ConfigureAwait(false);
        return task.IsCompleted;
    }

    /// <summary>Polls, at once and after every interval, until a condition holds.</summary>
    /// <param name="condition">The condition; what it throws is thrown here.</param>
    /// <param name="limit">How long to poll on an idle machine, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <returns>Whether it held.</returns>
    public static async Task<bool> Until(Func<bool> condition, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(condition);
        for (var left = Intervals(limit); !condition(); left--)
        {
            if (left <= 0)
                return false;
            await Task.Delay(PollInterval, TimeProvider.System).ConfigureAwait(false);
        }
        return true;
    }

    private static double Intervals(TimeSpan limit) =>
        limit == Timeout.InfiniteTimeSpan
            ? double.PositiveInfinity
            : Math.Ceiling(limit / PollInterval);
}
