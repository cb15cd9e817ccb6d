namespace Katas.Harness.Probes;

/// <summary>How probes wait: for a task or by polling, blocking or not, and with one kind of exception when the limit has run out.</summary>
internal static class Waiter
{
    /// <summary>Blocks until the task is completed.</summary>
    /// <param name="task">What is waited for; what it failed with is not thrown.</param>
    /// <param name="asked">The limit that the probe's user asked for.</param>
    /// <param name="describe">What was missing, for the message, when the limit has run out; <see langword="null"/> when nothing is missing after all.</param>
    public static void Block(Task task, TimeSpan? asked, Func<string?> describe)
    {
        var limit = WaitTimeouts.Limit(asked);
        if (!PolledWait.Block(task, limit) && describe() is { } missing)
            throw WaitTimeouts.RunOut(limit, asked, missing);
    }

    /// <summary>Waits without a thread until the task is completed; otherwise as <see cref="Block"/>.</summary>
    public static async Task Await(Task task, TimeSpan? asked, Func<string?> describe)
    {
        var limit = WaitTimeouts.Limit(asked);
        if (!await PolledWait.Await(task, limit).ConfigureAwait(false) && describe() is { } missing)
            throw WaitTimeouts.RunOut(limit, asked, missing);
    }

    /// <summary>Polls until the condition holds; otherwise as <see cref="Await"/>.</summary>
    public static async Task Poll(Func<bool> condition, TimeSpan? asked, Func<string> describe)
    {
        var limit = WaitTimeouts.Limit(asked);
        if (!await PolledWait.Until(condition, limit).ConfigureAwait(false))
            throw WaitTimeouts.RunOut(limit, asked, describe());
    }
}
