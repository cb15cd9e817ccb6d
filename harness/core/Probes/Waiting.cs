namespace Katas.Harness.Probes;

/// <summary>The two ways to wait for a probe, blocking and not, with the one way to give up.</summary>
internal static class Waiting
{
    /// <summary>Blocks until the task is done.</summary>
    /// <param name="task">What is waited for; it never fails.</param>
    /// <param name="asked">The limit that the probe's user asked for.</param>
    /// <param name="complain">What to say when the limit has run out; <see langword="null"/> from it means that the wait ended well after all.</param>
    public static void Block(Task task, TimeSpan? asked, Func<string?> complain)
    {
        var limit = Patience.Limit(asked);
        if (!task.Wait(limit) && complain() is { } complaint)
            throw Patience.RunOut(limit, asked, complaint);
    }

    /// <summary>Waits without a thread until the task is done; otherwise as <see cref="Block"/>.</summary>
    public static async Task Await(Task task, TimeSpan? asked, Func<string?> complain)
    {
        var limit = Patience.Limit(asked);
        try
        {
            await task.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            if (complain() is { } complaint)
                throw Patience.RunOut(limit, asked, complaint);
        }
    }
}
