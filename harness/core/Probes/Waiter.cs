namespace Katas.Harness.Probes;

/// <summary>The ways to wait for a probe, blocking or not, for a task or by looking, with the one way to give up.</summary>
/// <remarks>
/// A limit is spent in short naps. On a machine with much else to do a nap takes longer than it should, and so does everything that is waited
/// for: counting the naps makes the limit grow with the load.
/// </remarks>
internal static class Waiter
{
    public static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(20);

    /// <summary>Blocks until the task is done.</summary>
    /// <param name="task">What is waited for; it never fails.</param>
    /// <param name="asked">The limit that the probe's user asked for.</param>
    /// <param name="complain">What to say when the limit has run out; <see langword="null"/> from it means that the wait ended well after all.</param>
    public static void Block(Task task, TimeSpan? asked, Func<string?> complain)
    {
        if (task.IsCompleted)
            return;
        var limit = WaitTimeouts.Limit(asked);
        // Not task.Wait: it spins before it sleeps, and on a busy machine that takes far longer than the nap.
        var done = ((IAsyncResult)task).AsyncWaitHandle;
        for (var naps = Naps(limit); naps > 0; naps--)
        {
            if (done.WaitOne(Nap))
                return;
        }
        if (complain() is { } complaint)
            throw WaitTimeouts.RunOut(limit, asked, complaint);
    }

    /// <summary>Waits without a thread until the task is done; otherwise as <see cref="Block"/>.</summary>
    public static async Task Await(Task task, TimeSpan? asked, Func<string?> complain)
    {
        var limit = WaitTimeouts.Limit(asked);
        for (var naps = Naps(limit); naps > 0; naps--)
        {
            await Task.WhenAny(task, Task.Delay(Nap, TimeProvider.System)).ConfigureAwait(false);
            if (task.IsCompleted)
                return;
        }
        if (complain() is { } complaint)
            throw WaitTimeouts.RunOut(limit, asked, complaint);
    }

    /// <summary>Looks at once and after every nap until the condition holds; otherwise as <see cref="Await"/>.</summary>
    public static async Task Look(Func<bool> condition, TimeSpan? asked, Func<string> complain)
    {
        var limit = WaitTimeouts.Limit(asked);
        for (var naps = Naps(limit); !condition(); naps--)
        {
            if (naps <= 0)
                throw WaitTimeouts.RunOut(limit, asked, complain());
            await Task.Delay(Nap, TimeProvider.System).ConfigureAwait(false);
        }
    }

    private static double Naps(TimeSpan limit) =>
        limit == Timeout.InfiniteTimeSpan ? double.PositiveInfinity : Math.Ceiling(limit / Nap);
}
