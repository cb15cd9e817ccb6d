namespace Katas.Harness.Explorer.Scheduling;

/// <summary>
/// Runs the program once for each schedule that the strategy asks for, one fiber at a time. The fiber that has the turn passes it on at its
/// next step; nothing else moves it.
/// </summary>
internal sealed partial class Execution(IStrategy strategy, ExecutionLimits limits)
{
    // Only the fiber that has the turn uses these; handing the turn over makes its writes visible.
    private readonly List<Fiber> _fibers = [];
    private readonly Stack<CarrierThread> _idle = new();
    private readonly StaticFields _statics = new();
    private readonly DataRaces _races = new();
    private Fiber _main = null!;
    private CarrierThread _mainCarrier = null!;
    private ExecutionContext? _flow;
    private bool _isSingleThreaded;
    private int _steps;
    private int _stepsAlone;
    private int _endOfSlice;
    private ulong _enabled;

    /// <summary>What the current schedule has touched.</summary>
    public Heap Heap { get; } = new();

    /// <summary>Where the program's tasks run.</summary>
    public TaskScheduler Tasks => field ??= new FiberTaskScheduler(this);

    /// <summary>Where the program's continuations run.</summary>
    public SynchronizationContext Context => field ??= new FiberContext(this);

    /// <summary>
    /// Posts like <see cref="Context"/>, and is another: no continuation is run at once by whoever completes a task while this is the current context.
    /// </summary>
    public SynchronizationContext Elsewhere => field ??= new FiberContext(this);

    /// <summary>What happened in the current schedule.</summary>
    public Trace Trace { get; } = new();

    /// <summary>Writes down the steps for a report; <see langword="null"/> in all schedules but the one that is reported.</summary>
    public IStepRecorder? Recorder { get; init; }

    /// <summary>The memory, when it is weaker than a sequentially consistent one.</summary>
    public IMemory? Memory { get; init; }

    /// <summary>Whether values of more than a word are read and written a word at a time.</summary>
    public bool TearsStructures { get; init; }

    /// <summary>Whether the rest of this schedule is run without recording: nothing new can come of it.</summary>
    public bool IsUnrecorded { get; private set; }

    /// <summary>Whether this schedule had more steps than the limit, so that what follows the limit was not explored.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Data races that no earlier schedule has shown.</summary>
    public List<DataRace> DataRaces => _races.Unreported;

    /// <summary>Calls whose order is not explored, found in the schedules so far.</summary>
    public UnfollowedUses Unfollowed { get; } = new();

    /// <summary>Ordinary reads in a loop that in a weaker memory may be done once, before it; those that nobody has taken from the list.</summary>
    public List<(Location Location, int Site)> HoistableReads { get; } = [];

    /// <summary>How many fibers this schedule has started.</summary>
    public IReadOnlyList<Fiber> Fibers => _fibers;

    /// <summary>How many steps this schedule has taken, for the limit.</summary>
    public int Steps => _steps;

    /// <summary>How many steps this schedule has taken, those of the test alone among them.</summary>
    public int AllSteps => _steps + _stepsAlone;

    /// <summary>Runs one schedule from its beginning to its end. Called on the carrier of the test's own fiber.</summary>
    public void Run(CarrierThread carrier, Action program)
    {
        Begin(carrier, program);
        _flow = ExecutionContext.Capture();
        try
        {
            program();
            WaitForOthers();
        }
        catch (ScheduleEndedException) { }
        catch (Exception e)
        {
            Fail(Failure.Of(_main, e));
        }
        Memory?.Settle();
        _isEnding = true;
        UnwindOthers();
        _main.IsFinished = true;
        carrier.Fiber = null;
        EnterFlow(_flow);
        _statics.Restore();
    }

    /// <summary>A static field is about to be written: the next schedule begins with the value it has now.</summary>
    public void SaveStatic(System.Reflection.FieldInfo field) => _statics.Save(field);

    /// <summary>Adds a fiber that may run from now on.</summary>
    public Fiber Spawn(Fiber parent, string name, Action body)
    {
        if (_fibers.Count == Fiber.Limit)
        {
            // Not thrown as it is: the program, or a task of it, would catch it.
            Fail(
                Failure.Of(
                    parent,
                    new InvalidOperationException(
                        $"This program has more than {Fiber.Limit - 1} threads and continuations in one schedule, which is more than the explorer can follow. Explore it with less work."
                    )
                )
            );
            throw new ScheduleEndedException();
        }
        var fiber = new Fiber(_fibers.Count, name, body) { SpawnedAt = Trace.Count };
        fiber.JoinClock(parent);
        if (_isSingleThreaded)
            Memory?.Reset();
        Memory?.Join(fiber, parent);
        fiber.Flow = ExecutionContext.Capture();
        // A loop that starts threads does not repeat itself, whatever its variables hold.
        parent.Loops.RecordUnknownStep();
        fiber.Hash = Hashing.Mix(parent.Hash, (UInt128)(ulong)(_fibers.Count + 7));
        _fibers.Add(fiber);
        _isSingleThreaded = false;
        return fiber;
    }

    private void Begin(CarrierThread carrier, Action program)
    {
        Memory?.Reset();
        Heap.Clear();
        Trace.Clear();
        Unfollowed.Clear();
        _fibers.Clear();
        (_steps, _stepsAlone, _endOfSlice) = (0, 0, 0);
        (IsUnrecorded, WasCut) = (false, false);
        lock (_gate)
            (_failure, _isEnding) = (null, _isClosed);
        _mainCarrier = carrier;
        _main = new Fiber(0, "the test", program)
        {
            IsUnstarted = false,
            Carrier = carrier,
            HasOwnThread = true,
        };
        _fibers.Add(_main);
        _isSingleThreaded = true;
        _running = _main;
        carrier.Fiber = _main;
    }

    private void WaitForOthers()
    {
        if (!_isSingleThreaded && !IsEnding)
            Reach(
                _main,
                new(
                    OperationKind.Local,
                    null,
                    0,
                    new EndGate(this),
                    "has ended",
                    Wait: WaitKind.AllThreads
                )
            );
    }

    private void UnwindOthers()
    {
        while (
            _fibers.Find(fiber => fiber.Carrier is not null && !fiber.IsFinished && fiber != _main)
                is { } left
        )
        {
            if (IsClosed)
                throw new ScheduleEndedException();
            _running = left;
            left.Carrier!.Wake();
            _mainCarrier.Park();
        }
    }

    /// <summary>Opens when all other fibers have ended.</summary>
    private sealed class EndGate(Execution execution) : IGate
    {
        public bool IsOpenFor(Fiber fiber) =>
            execution._fibers.TrueForAll(other => other == fiber || other.IsFinished);

        public bool NeedsEndOf(Fiber other) => true;
    }
}
