namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="ThreadPool"/>: a pool that always has a thread.</summary>
[Controls(typeof(ThreadPool))]
internal static class ThreadPoolCalls
{
    public static bool QueueUserWorkItem(WaitCallback callBack, int site) =>
        QueueUserWorkItem(callBack, null, site);

    public static bool QueueUserWorkItem(WaitCallback callBack, object? state, int site)
    {
        if (!Points.IsExplored(out var execution, out var fiber))
            return ThreadPool.QueueUserWorkItem(callBack, state);
        execution
            .Spawn(fiber, $"pool {execution.Fibers.Count}", () => callBack(state))
            .IsBackground = true;
        return true;
    }
}
