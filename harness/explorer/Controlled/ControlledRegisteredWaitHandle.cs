using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="RegisteredWaitHandle"/>: the object is empty, and what it stands for is kept beside it.</summary>
[Controls(typeof(RegisteredWaitHandle))]
internal static class ControlledRegisteredWaitHandle
{
    private static readonly ConditionalWeakTable<RegisteredWaitHandle, RegisteredWait> Waits = [];

    public static bool Unregister(
        RegisteredWaitHandle registration,
        WaitHandle? waitObject,
        int site
    )
    {
        if (
            registration is null
            || !Waits.TryGetValue(registration, out var wait)
            || !SchedulingPoints.IsExplored(out _, out var fiber)
        )
            return registration!.Unregister(waitObject);
        var blocks = waitObject?.SafeWaitHandle.IsInvalid == true;
        return wait.Unregister(fiber, blocks ? null : waitObject, blocks);
    }

    /// <summary>Begins to wait in the pool's place; <see langword="null"/> when the caller is not explored, or the real one has to throw.</summary>
    public static RegisteredWaitHandle? Register(
        WaitHandle waitObject,
        WaitOrTimerCallback callBack,
        object? state,
        long milliseconds,
        bool executeOnlyOnce,
        int site
    )
    {
        if (
            waitObject is not { SafeWaitHandle.IsClosed: false }
            || callBack is null
            || milliseconds is < Timeout.Infinite or > int.MaxValue
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
        )
            return null;
        if (!AnyHandle.IsKnown(waitObject))
            SchedulingPoints.Refuse(site);
        var wait = new RegisteredWait(
            execution,
            waitObject,
            timedOut => callBack(state, timedOut),
            (int)milliseconds,
            executeOnlyOnce,
            site
        );
        var registration = (RegisteredWaitHandle)
            RuntimeHelpers.GetUninitializedObject(typeof(RegisteredWaitHandle));
#pragma warning disable CA1816 // It was never constructed, so there is nothing to finalize.
        GC.SuppressFinalize(registration);
#pragma warning restore CA1816
        Waits.Add(registration, wait);
        wait.Start(fiber);
        return registration;
    }
}
