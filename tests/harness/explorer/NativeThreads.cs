namespace Katas.Harness.Explorer;

/// <summary>Threads that run a program natively, and begin as much at the same time as they can.</summary>
internal static class NativeThreads
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Runs each action on a new thread, and returns when all have ended.</summary>
    /// <exception cref="TimeoutException">They have not ended for long: the program stands still.</exception>
    public static void Together(Action[] actions)
    {
        using var start = new Barrier(actions.Length);
        var threads = actions
            .Select(action => new Thread(() =>
            {
                start.SignalAndWait();
                action();
            })
            {
                IsBackground = true,
            })
            .ToList();
        threads.ForEach(thread => thread.Start());
        if (!threads.TrueForAll(thread => thread.Join(Limit)))
            throw new TimeoutException("The program stands still.");
    }
}
