namespace Katas.Harness.Explorer;

/// <summary>How an exploration goes about it. The defaults suit a kata: two to four threads of a dozen steps.</summary>
public sealed record ExplorerOptions
{
    /// <summary>The defaults.</summary>
    public static readonly ExplorerOptions Default = new();

    /// <summary>Which schedules are run, and in what order.</summary>
    public Strategy Strategy { get; init; } = Strategy.Automatic;

    /// <summary>What a thread may see of the writes of others.</summary>
    public MemoryModel Memory { get; init; } = MemoryModel.SequentiallyConsistent;

    /// <summary>
    /// Whether a value of more than a word, such as a <see cref="decimal"/> or a tuple of two longs, is read and written a word at a time, as the
    /// machine does it: a thread may then read half of one value and half of another. Without it such a value is read and written in one
    /// piece, and the closing line says where that leaves something out. It needs a 64-bit process.
    /// </summary>
    public bool TearsStructures { get; init; }

    /// <summary>The most schedules to run; at least 1.</summary>
    public int Schedules { get; init; } = 10_000;

    /// <summary>
    /// After so many steps one schedule is no longer explored; one that has not ended after a hundred times as many is a livelock. Steps that the
    /// test takes without any other thread do not count; after a thousand times as many, they are a livelock, too. At least 1.
    /// </summary>
    public int Steps { get; init; } = 1_000;

    /// <summary>
    /// The most steps of all schedules together, at least 1, and as many again at random; <see langword="null"/> for 40 times
    /// <see cref="Schedules"/>. It keeps an exploration of long schedules short, on every machine at the same point.
    /// </summary>
    public long? TotalSteps { get; init; }

    /// <summary>With <see cref="Strategy.Preemptions"/>, the most preemptions to try; <see langword="null"/> for no bound.</summary>
    public int? Preemptions { get; init; }

    /// <summary>With <see cref="Strategy.Random"/>, how many steps in a certain order a bug may need; at least 1.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>With <see cref="Strategy.Random"/>, what the random numbers start from: equal seeds give equal schedules.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>When to give up, however few schedules have run. A safety net: which schedules are run must not depend on the machine.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a call that the explorer does not control may block.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether to look for a shorter schedule once one has failed.</summary>
    public bool Shorten { get; init; } = true;

    /// <summary>
    /// The folder of the page on which a failing schedule can be stepped through in a browser, <c>TEST.html</c>; <see langword="null"/> for no
    /// page. Where it is not a full path, it lies below the current folder, or below that which <see cref="Explorer.ReportRootVariable"/> names.
    /// </summary>
    public string? ReportFolder { get; init; } = "TestResults/explorer";

    /// <summary>Where the closing line goes; <see langword="null"/> for the console.</summary>
    public TextWriter? Output { get; init; }

    /// <summary>What the test has given to be explored, when that is wrapped; its method names the page.</summary>
    internal Delegate? Program { get; init; }
}
