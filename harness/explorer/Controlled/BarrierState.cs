using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Who has come to a barrier, and how often it has opened.</summary>
internal sealed class BarrierState(Location location, int participants)
{
    // What the latest phase's action has thrown, for all who took part.
    private Exception? _fault;

    /// <summary>What steps on the barrier conflict about.</summary>
    public Location Location { get; } = location;

    /// <summary>How many must come.</summary>
    public int Participants { get; set; } = participants;

    /// <summary>How many have come in this phase.</summary>
    public int Arrived { get; set; }

    /// <summary>How often it has opened.</summary>
    public long Phase { get; private set; }

    /// <summary>Opens if all have come; the last one runs the action that belongs between two phases.</summary>
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

    /// <summary>Tells one who took part in the latest phase that the action has failed, if it has.</summary>
    /// <exception cref="BarrierPostPhaseException">It has.</exception>
    public void ThrowIfFailed()
    {
        if (_fault is not null)
            throw new BarrierPostPhaseException(_fault);
    }
}
