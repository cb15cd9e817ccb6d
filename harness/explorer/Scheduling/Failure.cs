namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Why a schedule failed.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Exception">What was thrown, with failures that stand for an exception.</param>
/// <param name="Fiber">The fiber that failed, when it was one.</param>
/// <param name="Waits">Who waits for what, with a deadlock or livelock.</param>
internal sealed record Failure(
    FailureKind Kind,
    Exception? Exception,
    Fiber? Fiber,
    IReadOnlyList<Wait> Waits
)
{
    /// <summary>The data race, and the fiber of the other step; otherwise <see langword="null"/>.</summary>
    public (Fiber With, DataRace Race)? Collision { get; init; }

    /// <summary>Where the call is that blocks, or that is not modelled.</summary>
    public int Site { get; init; }

    public static Failure Of(Fiber fiber, Exception exception) =>
        new(
            exception is NotRepeatableException ? FailureKind.NotRepeatable
                : exception is NoOrderException ? FailureKind.NotLinearizable
                : IsAssertion(exception) ? FailureKind.AssertionFailed
                : FailureKind.Threw,
            exception,
            fiber,
            []
        );

    /// <summary>A thread that the explorer does not control takes part.</summary>
    public static Failure UncontrolledThread(int site) =>
        new(FailureKind.NotRepeatable, new UncontrolledThreadException(site), null, []);

    /// <summary>A call that the explorer does not control has blocked. Its site is read now: once the others leave, it may return.</summary>
    public static Failure Stuck(Fiber? fiber) =>
        new(FailureKind.UncontrolledWait, null, fiber, [])
        {
            Site = fiber?.LastCall > 0 ? fiber.LastCall : fiber?.LastSite ?? 0,
        };

    /// <summary>A call that the explorer does not model.</summary>
    public static Failure NotModelled(Fiber fiber, int site) =>
        new(FailureKind.NotModelled, null, fiber, []) { Site = site };

    /// <summary>Two fibers use a collection at once that is not made for it.</summary>
    public static Failure Race(Execution execution, DataRace race) =>
        new(FailureKind.DataRace, null, execution.Fibers[race.OtherFiber], [])
        {
            Collision = (execution.Fibers[race.Fiber], race),
        };

    /// <summary>A loop only does ordinary reads, which may be done once, before it. <see cref="Wait.Watched"/> says of what.</summary>
    public static Failure MayNeverEnd(Fiber fiber) =>
        new(FailureKind.MayNeverEnd, null, fiber, [Wait.InLoop(fiber)]);

    public static Failure Deadlock(Execution execution) =>
        new(FailureKind.Deadlock, null, null, Wait.All(execution));

    public static Failure Livelock(Execution execution, Fiber? running) =>
        new(FailureKind.Livelock, null, running, Wait.All(execution));

    /// <summary>Whether two failures are of the same kind, for the same reason.</summary>
    public bool IsLike(Failure other) =>
        Kind == other.Kind && Exception?.GetType() == other.Exception?.GetType();

    private static bool IsAssertion(Exception exception)
    {
        // By name: the explorer works with any test framework and depends on none.
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (
                type.Name is "AssertionException" or "AssertFailedException" or "XunitException"
                || type.Name.EndsWith("AssertionException", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }
        return false;
    }
}
