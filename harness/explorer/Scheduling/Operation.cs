namespace Katas.Harness.Explorer.Scheduling;

/// <summary>The step that a fiber takes next.</summary>
/// <param name="Kind">What it does to its location.</param>
/// <param name="Location">What it touches; <see langword="null"/> for a local step.</param>
/// <param name="Site">Where in the source it stands; 0 when unknown.</param>
/// <param name="Gate">What must be open for the step to be possible; <see langword="null"/> when it always is.</param>
/// <param name="What">The step in words, for reports only: <c>locks</c>, <c>waits on</c>.</param>
/// <param name="IsPlain">Whether it is an ordinary access to memory, which two threads must not make at once.</param>
/// <param name="Wait">What the fiber waits for until the step is possible.</param>
/// <param name="Order">How an access to memory is ordered with others.</param>
/// <param name="Also">What else it touches in the same step, with a wait for several handles; otherwise <see langword="null"/>.</param>
/// <param name="Subject">What it is about, when that is no location of its own: a task.</param>
/// <param name="Rest">What is closed where an interrupt ends the step; <see langword="null"/> when none does.</param>
/// <param name="Result">What came of it, in words, for reports only; <see langword="null"/> where that is plain.</param>
internal readonly record struct Operation(
    OperationKind Kind,
    Location? Location,
    int Site,
    IGate? Gate = null,
    string? What = null,
    bool IsPlain = false,
    WaitKind Wait = WaitKind.None,
    MemoryOrder Order = MemoryOrder.None,
    Location[]? Also = null,
    object? Subject = null,
    IGate? Rest = null,
    string? Result = null
)
{
    /// <summary>Whether each of two earlier steps would have been enough for it, so that it might have come before either of them.</summary>
    public bool IsOpenTwice { get; init; }
}
