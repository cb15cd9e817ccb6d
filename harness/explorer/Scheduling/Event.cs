namespace Katas.Harness.Explorer.Scheduling;

/// <summary>A step that was taken.</summary>
/// <param name="Fiber">Who took it.</param>
/// <param name="Sequence">The step's number among those of its fiber, from 1.</param>
/// <param name="Kind">What it did.</param>
/// <param name="Location">The number of what it touched, or -1.</param>
/// <param name="Field">The field of what it touched.</param>
/// <param name="Site">Where in the source.</param>
/// <param name="Previous">The event before it on the same location, or -1.</param>
/// <param name="IsPlain">Whether it was an ordinary access, which two threads must not make at once.</param>
/// <param name="Enabled">The fibers that could have taken a step instead, and this one.</param>
internal readonly record struct Event(
    int Fiber,
    int Sequence,
    OperationKind Kind,
    int Location,
    int Field,
    int Site,
    int Previous,
    bool IsPlain,
    ulong Enabled
)
{
    /// <summary>In a weak memory, what the access could do.</summary>
    public AccessKind Access { get; init; }

    /// <summary>In a weak memory, whether it is a full fence.</summary>
    public bool IsFence { get; init; }

    /// <summary>In a weak memory, in which of the possible ways it took effect.</summary>
    public int Option { get; init; }

    /// <summary>Whether it touched more than its one location.</summary>
    public bool TouchesMore { get; init; }

    /// <summary>The step as a schedule names it: its fiber, and the way in which it took effect.</summary>
    public int Choice => Fiber | (Option << OptionShift);

    /// <summary>Where the option begins in a <see cref="Choice"/>; below it is the fiber.</summary>
    public const int OptionShift = 6;
}
