using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>An event that lets one waiter through for each signal, kept here: the real one cannot be read without taking its signal.</summary>
internal sealed class EventState(bool isAuto, bool isSet)
{
    /// <summary>Whether it lets one waiter through for each signal.</summary>
    public bool IsAuto { get; } = isAuto;

    /// <summary>Whether it is signalled.</summary>
    public bool IsSet { get; set; } = isSet;

    public static EventState Of(Location location, EventWaitHandle handle)
    {
        location.State ??= Probe(handle);
        return (EventState)location.State;
    }

    /// <summary>Whether it is signalled. An auto-reset event is reset.</summary>
    public bool TryPass()
    {
        var passes = IsSet;
        if (IsAuto)
            IsSet = false;
        return passes;
    }

    private static EventState Probe(EventWaitHandle handle)
    {
        var isSet = handle.WaitOne(0);
        handle.Set();
        handle.WaitOne(0);
        var isAuto = !handle.WaitOne(0);
        handle.Reset();
        return new EventState(isAuto, isSet);
    }
}
