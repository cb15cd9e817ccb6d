namespace Katas.Harness.Explorer.Scheduling;

/// <summary>One thread of the explored program. It runs on a carrier, and only while it has the turn.</summary>
internal sealed class Fiber(int id, string name, Action body)
{
    /// <summary>How many fibers one schedule can have: as many as a mask has bits.</summary>
    public const int Limit = 64;

    /// <summary>0 for the test itself, then in order of creation.</summary>
    public int Id { get; } = id;

    /// <summary>What the report calls it: <c>thread 1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What it runs.</summary>
    public Action Body { get; } = body;

    /// <summary>This fiber in a mask of fibers.</summary>
    public ulong Bit => 1UL << Id;

    /// <summary>Whether the program may end while this fiber still waits.</summary>
    public bool IsBackground { get; set; }

    /// <summary>Whether it is a timer that has not fired.</summary>
    public bool IsTimer { get; set; }

    /// <summary>Whether it is a thread of its own to the program, and not a job of the pool, whose threads are used again.</summary>
    public bool HasOwnThread { get; set; }

    /// <summary>What the program keeps for each thread, by the object or field that it is kept for.</summary>
    public Dictionary<object, object> Locals => field ??= [];

    /// <summary>Whether it has not taken its first step.</summary>
    public bool IsUnstarted { get; set; } = true;

    /// <summary>Whether it has ended.</summary>
    public bool IsFinished { get; set; }

    /// <summary>The operating system's thread that its stack is on, once it has started.</summary>
    public CarrierThread? Carrier { get; set; }

    /// <summary>The step it takes when it gets the turn; meaningless while it is fresh.</summary>
    public Operation Pending { get; set; }

    /// <summary>Whether the step now being taken is recorded as an event.</summary>
    public bool IsStepRecorded { get; set; }

    /// <summary>The latest step of each fiber that happened before this fiber's next one.</summary>
    public int[] Clock { get; } = new int[Limit];

    /// <summary>How many full fences it has passed, interlocked accesses among them.</summary>
    public int Fences { get; set; }

    /// <summary>How many events it has taken.</summary>
    public int Sequence { get; set; }

    /// <summary>How many events there were when it was made.</summary>
    public int SpawnedAt { get; init; }

    /// <summary>Its latest event, or -1.</summary>
    public int LastEvent { get; set; } = -1;

    /// <summary>What the fiber has done and seen so far, as a hash.</summary>
    public UInt128 Hash { get; set; }

    /// <summary>Whether it was interrupted, and has come to no wait since then.</summary>
    public bool IsInterrupted { get; set; }

    /// <summary>What interrupts of it touch, once there is one.</summary>
    public Location? Interrupts { get; set; }

    /// <summary>Its latest event that an interrupt could have ended, or -1.</summary>
    public int LastRest { get; set; } = -1;

    /// <summary>Whether it rests because the loop it is in can only repeat itself.</summary>
    public bool IsSpinning { get; set; }

    /// <summary>What the fiber's loops have seen lately.</summary>
    public LoopDetector Loops { get; } = new();

    /// <summary>The collection that it has looked into last, unless it has done anything since that may let others change it.</summary>
    public object? LookedInto { get; set; }

    /// <summary>The locks that it holds, in the order in which it took them, and where.</summary>
    public List<(Location Lock, int Site)> Held { get; } = [];

    /// <summary>The values of the program's <see cref="AsyncLocal{T}"/> that it begins with; <see langword="null"/> for none.</summary>
    public ExecutionContext? Flow { get; set; }

    /// <summary>Whether what it awaits next was configured to go on without the context.</summary>
    public bool LeavesContext { get; set; }

    /// <summary>What stands for it in the program's own eyes.</summary>
    public Thread? Thread { get; set; }

    // The watchdog reads these two only after seconds without progress. By then the fiber's thread has either blocked, and its writes are
    // visible, or spins in one call.

    /// <summary>The latest call it made into code that is not rewritten and may block.</summary>
    public int LastCall { get; set; }

    /// <summary>The latest place in the source that it has passed.</summary>
    public int LastSite { get; set; }

    /// <summary>Takes over what happened before <paramref name="other"/>'s latest step.</summary>
    public void JoinClock(Fiber other)
    {
        for (var i = 0; i < Limit; i++)
            Clock[i] = Math.Max(Clock[i], other.Clock[i]);
    }
}
