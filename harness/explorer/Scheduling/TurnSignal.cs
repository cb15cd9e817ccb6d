namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Lets one thread pass for each time it is set. The threads of an execution hand the turn over with it.</summary>
/// <param name="spins">How often a waiter looks before it sleeps. It gets the turn sooner than by sleeping if the turn comes at once; if not, spinning is what costs most.</param>
internal sealed class TurnSignal(int spins)
{
    // With no core to spare, a waiter that spins keeps the one who has the turn from running.
    private static readonly int MaxSpinners = Environment.ProcessorCount - 1;
    private static int s_spinners;

    private readonly object _gate = new();
    private int _isSet;

    /// <summary>Lets the waiting thread pass, or the next one that waits.</summary>
    public void Set()
    {
        lock (_gate)
        {
            Volatile.Write(ref _isSet, 1);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits until the signal is set, and resets it. One thread at a time may wait.</summary>
    public void Wait()
    {
        if (Interlocked.Increment(ref s_spinners) <= MaxSpinners)
        {
            for (var i = 0; i < spins && Volatile.Read(ref _isSet) == 0; i++)
                Thread.SpinWait(1);
        }
        Interlocked.Decrement(ref s_spinners);

        if (Volatile.Read(ref _isSet) == 0)
        {
            lock (_gate)
            {
                while (_isSet == 0)
                    Monitor.Wait(_gate);
            }
        }
        Volatile.Write(ref _isSet, 0);
    }
}
