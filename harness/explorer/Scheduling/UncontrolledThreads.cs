namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Detects threads that an explored program starts where the explorer cannot see it: with a timer, <c>Parallel</c>, or code that is not rewritten.</summary>
internal static class UncontrolledThreads
{
    // The execution context flows to whatever the program starts or queues, and this value with it.
    private static readonly AsyncLocal<Execution?> Origin = new();

    /// <summary>Marks what the calling thread starts from now on as started by an execution.</summary>
    public static void MarkOrigin(Execution execution) => Origin.Value = execution;

    /// <summary>Fails the execution that the calling thread stems from, unless the thread is one of its own.</summary>
    /// <param name="site">Where the thread has come to; 0 when unknown.</param>
    public static void FailOrigin(int site)
    {
        if (CarrierThread.Current is null && Origin.Value is { } execution)
            execution.Fail(Failure.UncontrolledThread(site));
    }
}
