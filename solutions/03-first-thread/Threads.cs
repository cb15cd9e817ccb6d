namespace Katas.FirstThread;

/// <summary>Work on threads of its own: starting, joining, and getting something back.</summary>
public static class Threads
{
    /// <summary>
    /// Kata 1. Starts a new thread that runs <paramref name="action"/>, and returns at once with that thread.
    /// </summary>
    /// <param name="action">What the new thread does.</param>
    /// <returns>The thread, started.</returns>
    public static Thread Launch(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        return thread;
    }
}
