using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="CountdownEvent"/>.</summary>
[Controls(typeof(CountdownEvent))]
internal static class ControlledCountdownEvent
{
    public static void Dispose(CountdownEvent disposed, int site) => Disposal.Of(disposed, site);

    public static void Wait(CountdownEvent countdown, int site) =>
        Wait(countdown, Timeout.Infinite, site);

    public static bool Wait(CountdownEvent countdown, TimeSpan timeout, int site) =>
        Wait(countdown, Timeouts.Of(timeout), site);

    public static bool Wait(CountdownEvent countdown, int millisecondsTimeout, int site) =>
        Wait(countdown, millisecondsTimeout, CancellationToken.None, site);

    public static void Wait(
        CountdownEvent countdown,
        CancellationToken cancellationToken,
        int site
    ) => Wait(countdown, Timeout.Infinite, cancellationToken, site);

    public static bool Wait(
        CountdownEvent countdown,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        int site
    ) => Wait(countdown, Timeouts.Of(timeout), cancellationToken, site);

    public static bool Wait(
        CountdownEvent countdown,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    ) =>
        Primitive.Wait(
            countdown,
            LocationKind.Countdown,
            () => countdown.IsSet,
            millisecondsTimeout,
            cancellationToken,
            site
        ) ?? countdown.Wait(millisecondsTimeout, cancellationToken);

    public static bool Signal(CountdownEvent countdown, int site) => Signal(countdown, 1, site);

    public static bool Signal(CountdownEvent countdown, int signalCount, int site)
    {
        Primitive.Change(countdown, LocationKind.Countdown, "signals", site);
        return countdown.Signal(signalCount);
    }

    public static void AddCount(CountdownEvent countdown, int site) => AddCount(countdown, 1, site);

    public static void AddCount(CountdownEvent countdown, int signalCount, int site)
    {
        Primitive.Change(countdown, LocationKind.Countdown, "adds to", site);
        countdown.AddCount(signalCount);
    }

    public static bool TryAddCount(CountdownEvent countdown, int site)
    {
        Primitive.Change(countdown, LocationKind.Countdown, "adds to", site);
        return countdown.TryAddCount();
    }

    public static bool TryAddCount(CountdownEvent countdown, int signalCount, int site)
    {
        Primitive.Change(countdown, LocationKind.Countdown, "adds to", site);
        return countdown.TryAddCount(signalCount);
    }

    public static void Reset(CountdownEvent countdown, int count, int site)
    {
        Primitive.Change(countdown, LocationKind.Countdown, "resets", site);
        countdown.Reset(count);
    }

    public static void Reset(CountdownEvent countdown, int site)
    {
        Primitive.Change(countdown, LocationKind.Countdown, "resets", site);
        countdown.Reset();
    }

    public static int get_CurrentCount(CountdownEvent countdown, int site)
    {
        Primitive.Observe(countdown, LocationKind.Countdown, site);
        return countdown.CurrentCount;
    }

    public static bool get_IsSet(CountdownEvent countdown, int site)
    {
        Primitive.Observe(countdown, LocationKind.Countdown, site);
        return countdown.IsSet;
    }

    public static WaitHandle get_WaitHandle(CountdownEvent countdown, int site) =>
        Handles.SetOwner(countdown.WaitHandle, countdown, LocationKind.Countdown);
}
