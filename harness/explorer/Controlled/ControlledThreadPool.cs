namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="ThreadPool"/>: a pool that always has a thread.</summary>
[Controls(typeof(ThreadPool))]
internal static class ControlledThreadPool
{
    public static bool QueueUserWorkItem(WaitCallback callBack, int site) =>
        QueueUserWorkItem(callBack, null, site);

    public static bool QueueUserWorkItem(WaitCallback callBack, object? state, int site) =>
        Queue(() => callBack(state)) || ThreadPool.QueueUserWorkItem(callBack, state);

    public static bool QueueUserWorkItem<T>(
        Action<T> callBack,
        T state,
        bool preferLocal,
        int site
    ) => Queue(() => callBack(state)) || ThreadPool.QueueUserWorkItem(callBack, state, preferLocal);

    public static bool UnsafeQueueUserWorkItem(WaitCallback callBack, object? state, int site) =>
        Queue(() => callBack(state)) || ThreadPool.UnsafeQueueUserWorkItem(callBack, state);

    public static bool UnsafeQueueUserWorkItem<T>(
        Action<T> callBack,
        T state,
        bool preferLocal,
        int site
    ) =>
        Queue(() => callBack(state))
        || ThreadPool.UnsafeQueueUserWorkItem(callBack, state, preferLocal);

    public static bool UnsafeQueueUserWorkItem(
        IThreadPoolWorkItem callBack,
        bool preferLocal,
        int site
    ) => Queue(callBack.Execute) || ThreadPool.UnsafeQueueUserWorkItem(callBack, preferLocal);

    public static RegisteredWaitHandle RegisterWaitForSingleObject(
        WaitHandle waitObject,
        WaitOrTimerCallback callBack,
        object? state,
        uint millisecondsTimeOutInterval,
        bool executeOnlyOnce,
        int site
    ) =>
        ControlledRegisteredWaitHandle.Register(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval == uint.MaxValue
                ? Timeout.Infinite
                : millisecondsTimeOutInterval,
            executeOnlyOnce,
            site
        )
        ?? ThreadPool.RegisterWaitForSingleObject(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce
        );

    public static RegisteredWaitHandle RegisterWaitForSingleObject(
        WaitHandle waitObject,
        WaitOrTimerCallback callBack,
        object? state,
        int millisecondsTimeOutInterval,
        bool executeOnlyOnce,
        int site
    ) =>
        ControlledRegisteredWaitHandle.Register(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce,
            site
        )
        ?? ThreadPool.RegisterWaitForSingleObject(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce
        );

    public static RegisteredWaitHandle RegisterWaitForSingleObject(
        WaitHandle waitObject,
        WaitOrTimerCallback callBack,
        object? state,
        long millisecondsTimeOutInterval,
        bool executeOnlyOnce,
        int site
    ) =>
        ControlledRegisteredWaitHandle.Register(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce,
            site
        )
        ?? ThreadPool.RegisterWaitForSingleObject(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce
        );

    public static RegisteredWaitHandle RegisterWaitForSingleObject(
        WaitHandle waitObject,
        WaitOrTimerCallback callBack,
        object? state,
        TimeSpan timeout,
        bool executeOnlyOnce,
        int site
    ) =>
        ControlledRegisteredWaitHandle.Register(
            waitObject,
            callBack,
            state,
            (long)timeout.TotalMilliseconds,
            executeOnlyOnce,
            site
        )
        ?? ThreadPool.RegisterWaitForSingleObject(
            waitObject,
            callBack,
            state,
            timeout,
            executeOnlyOnce
        );

    public static RegisteredWaitHandle UnsafeRegisterWaitForSingleObject(
        WaitHandle waitObject,
        WaitOrTimerCallback callBack,
        object? state,
        uint millisecondsTimeOutInterval,
        bool executeOnlyOnce,
        int site
    ) =>
        ControlledRegisteredWaitHandle.Register(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval == uint.MaxValue
                ? Timeout.Infinite
                : millisecondsTimeOutInterval,
            executeOnlyOnce,
            site
        )
        ?? ThreadPool.UnsafeRegisterWaitForSingleObject(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce
        );

    public static RegisteredWaitHandle UnsafeRegisterWaitForSingleObject(
        WaitHandle waitObject,
        WaitOrTimerCallback callBack,
        object? state,
        int millisecondsTimeOutInterval,
        bool executeOnlyOnce,
        int site
    ) =>
        ControlledRegisteredWaitHandle.Register(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce,
            site
        )
        ?? ThreadPool.UnsafeRegisterWaitForSingleObject(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce
        );

    public static RegisteredWaitHandle UnsafeRegisterWaitForSingleObject(
        WaitHandle waitObject,
        WaitOrTimerCallback callBack,
        object? state,
        long millisecondsTimeOutInterval,
        bool executeOnlyOnce,
        int site
    ) =>
        ControlledRegisteredWaitHandle.Register(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce,
            site
        )
        ?? ThreadPool.UnsafeRegisterWaitForSingleObject(
            waitObject,
            callBack,
            state,
            millisecondsTimeOutInterval,
            executeOnlyOnce
        );

    public static RegisteredWaitHandle UnsafeRegisterWaitForSingleObject(
        WaitHandle waitObject,
        WaitOrTimerCallback callBack,
        object? state,
        TimeSpan timeout,
        bool executeOnlyOnce,
        int site
    ) =>
        ControlledRegisteredWaitHandle.Register(
            waitObject,
            callBack,
            state,
            (long)timeout.TotalMilliseconds,
            executeOnlyOnce,
            site
        )
        ?? ThreadPool.UnsafeRegisterWaitForSingleObject(
            waitObject,
            callBack,
            state,
            timeout,
            executeOnlyOnce
        );

    /// <summary>Runs work on a fiber of its own; <see langword="false"/> when the caller is not explored.</summary>
    private static bool Queue(Action work)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return false;
        execution.Spawn(fiber, $"pool {execution.Fibers.Count}", work).IsBackground = true;
        return true;
    }
}
