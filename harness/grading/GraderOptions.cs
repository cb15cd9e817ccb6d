namespace Katas.Harness.Grading;

/// <summary>How a <see cref="ChapterGrader"/> shuts submissions in, and how much they may use.</summary>
public sealed record GraderOptions
{
    /// <summary>
    /// How many chapters are best graded at once here: twice as many as there are cores. Tests wait, for processes and brokers and for what
    /// hangs, and meanwhile others compute.
    /// </summary>
    public static int Parallelism => 2 * Environment.ProcessorCount;

    /// <summary>What is put between a submission and the machine.</summary>
    public SandboxKind Sandbox { get; init; }

    /// <summary>Whether a chapter that uses what it may not is run all the same. Its code may then do to its own verdicts what it likes.</summary>
    public bool RunsWhatIsNotAllowed { get; init; }

    /// <summary>How much processor time the compiler and the rules may take for one chapter.</summary>
    public TimeSpan CompileLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long all the hangs of one chapter may take together; twice as long, because what hangs is run once more.</summary>
    public TimeSpan HangBudget { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one run of a chapter's tests may take, by the clock; tests without a verdict by then have failed.</summary>
    public TimeSpan ChapterLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How much processor time one process may take.</summary>
    public TimeSpan ProcessorLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many bytes of objects one process may hold.</summary>
    public long MemoryLimit { get; init; } = 768L * 1024 * 1024;

    /// <summary>How many bytes one file, and all of the temporary folder, may have.</summary>
    public long FileLimit { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many threads and processes there may be; only where the sandbox counts them.</summary>
    public int ThreadLimit { get; init; } = 1000;

    /// <summary>How many bytes a test process may write to its console.</summary>
    public long OutputLimit { get; init; } = 16L * 1024 * 1024;
}
