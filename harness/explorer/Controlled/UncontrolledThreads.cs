using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Notices threads that an explored program has started behind the explorer's back: with a timer, <c>Parallel</c>, or code that is not rewritten.</summary>
internal static class UncontrolledThreads
{
    // Whatever starts a thread or queues work hands this on to it.
    private static readonly AsyncLocal<Execution?> Origin = new();

    /// <summary>From here on, what the calling carrier starts can be told apart.</summary>
    public static void Mark(Execution execution) => Origin.Value = execution;

    /// <summary>Rewritten code runs on a thread that is no carrier.</summary>
    public static void Notice(int site)
    {
        if (Carrier.Current is null && Origin.Value is { } execution)
            execution.Fail(Failure.Outside(site));
    }
}
