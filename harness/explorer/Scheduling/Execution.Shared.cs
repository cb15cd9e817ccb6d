namespace Katas.Harness.Explorer.Scheduling;

/// <summary>What threads without the turn use, too: the watchdog, and threads that the explorer does not control.</summary>
internal sealed partial class Execution
{
    private readonly Lock _gate = new();
    private readonly List<CarrierThread> _carriers = [];
    private Failure? _failure;
    private volatile Fiber? _running;
    private volatile bool _isEnding;
    private volatile bool _isClosed;
    private long _progress;

    /// <summary>Why the current schedule failed, if it did.</summary>
    public Failure? Failure => Volatile.Read(ref _failure);

    /// <summary>Whether the schedule is over and its fibers are only leaving their stacks.</summary>
    public bool IsEnding => _isEnding;

    /// <summary>Whether no more schedules are run: the search is over, or the watchdog has given it up.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>The fiber that has the turn.</summary>
    public Fiber? Running => _running;

    /// <summary>Grows while anything happens at all. The watchdog reads it.</summary>
    public long Progress => Volatile.Read(ref _progress);

    /// <summary>Ends the schedule as failed. The first failure counts. Any thread may call it.</summary>
    public void Fail(Failure failure)
    {
        lock (_gate)
        {
            if (_isEnding)
                return;
            _failure = failure;
            _isEnding = true;
        }
    }

    /// <summary>Gives up: every fiber that can still be reached leaves, and the one that is stuck is left behind.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            // Before the carriers wake, so that each finds that it has to leave.
            _isEnding = true;
            Close();
        }
    }

    /// <summary>Runs no more schedules, and lets the carriers end.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var carrier in _carriers)
                carrier.Wake();
        }
    }

    /// <summary>Adds a carrier to those that end when the execution is closed.</summary>
    public void Register(CarrierThread carrier)
    {
        lock (_gate)
            _carriers.Add(carrier);
    }

    // Whoever has the turn is the only writer.
    private void CountProgress() => Volatile.Write(ref _progress, _progress + 1);
}
