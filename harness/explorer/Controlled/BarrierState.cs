using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Who has come to a barrier, and how often it has opened.</summary>
internal sealed class BarrierState(Location location, int participants)
{
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
        Arrived = 0;
        try
        {
            if (actions.TryGetValue(barrier, out var action))
                action(barrier);
        }
        catch (Exception e) when (e is not ScheduleEndedException)
        {
            throw new BarrierPostPhaseException(e);
        }
        finally
        {
            Phase++;
        }
    }
}
