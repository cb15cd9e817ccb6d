using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The participants of a barrier, those that have arrived, and the phase.</summary>
internal sealed class BarrierState(Location location, int participants)
{
    // What the latest phase's action has thrown. All participants get it.
    private Exception? _fault;

    /// <summary>What steps on the barrier conflict about.</summary>
    public Location Location { get; } = location;

    /// <summary>How many must arrive.</summary>
    public int Participants { get; set; } = participants;

    /// <summary>How many have arrived in this phase.</summary>
    public int Arrived { get; set; }

    /// <summary>How often it has opened.</summary>
    public long Phase { get; private set; }

    /// <summary>Opens if all have arrived; the last one runs the action that belongs between two phases.</summary>
    public void OpenIfFull(Barrier barrier, ConditionalWeakTable<Barrier, Action<Barrier>> actions)
    {
        if (Arrived < Participants || Participants == 0)
            return;
        (Arrived, _fault) = (0, null);
        try
        {
            if (actions.TryGetValue(barrier, out var action))
                action(barrier);
        }
        catch (Exception e) when (e is not ScheduleEndedException)
        {
            _fault = e;
        }
        finally
        {
            Phase++;
        }
        ThrowIfFailed();
    }

    /// <summary>Throws if the action after the latest phase has thrown.</summary>
    /// <exception cref="BarrierPostPhaseException">The action has thrown.</exception>
    public void ThrowIfFailed()
    {
        if (_fault is not null)
            throw new BarrierPostPhaseException(_fault);
    }
}
