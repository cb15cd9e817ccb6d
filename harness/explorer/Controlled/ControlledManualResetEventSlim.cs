using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="ManualResetEventSlim"/>.</summary>
[Controls(typeof(ManualResetEventSlim))]
internal static class ControlledManualResetEventSlim
{
    public static void Dispose(ManualResetEventSlim disposed, int site) =>
        Disposal.Of(disposed, site);

    public static void Wait(ManualResetEventSlim signal, int site) =>
        Wait(signal, Timeout.Infinite, site);

    public static void Wait(
        ManualResetEventSlim signal,
        CancellationToken cancellationToken,
        int site
    ) => Wait(signal, Timeout.Infinite, cancellationToken, site);

    public static bool Wait(ManualResetEventSlim signal, TimeSpan timeout, int site) =>
        Wait(signal, Timeouts.Of(timeout), site);

    public static bool Wait(
        ManualResetEventSlim signal,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        int site
    ) => Wait(signal, Timeouts.Of(timeout), cancellationToken, site);

    public static bool Wait(ManualResetEventSlim signal, int millisecondsTimeout, int site) =>
        Wait(signal, millisecondsTimeout, CancellationToken.None, site);

    public static bool Wait(
        ManualResetEventSlim signal,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    ) =>
        Primitive.Wait(
            signal,
            LocationKind.Event,
            () => signal.IsSet,
            millisecondsTimeout,
            cancellationToken,
            site
        ) ?? signal.Wait(millisecondsTimeout, cancellationToken);

    public static void Set(ManualResetEventSlim signal, int site)
    {
        Primitive.Change(signal, LocationKind.Event, "sets", site);
        signal.Set();
    }

    public static void Reset(ManualResetEventSlim signal, int site)
    {
        Primitive.Change(signal, LocationKind.Event, "resets", site);
        signal.Reset();
    }

    public static bool get_IsSet(ManualResetEventSlim signal, int site)
    {
        Primitive.Observe(signal, LocationKind.Event, site);
        return signal.IsSet;
    }

    public static WaitHandle get_WaitHandle(ManualResetEventSlim signal, int site) =>
        Handles.SetOwner(signal.WaitHandle, signal, LocationKind.Event);
}
