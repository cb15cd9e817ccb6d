using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Report;

/// <summary>One step in the report.</summary>
/// <param name="Fiber">Who took it.</param>
/// <param name="Kind">What it did.</param>
/// <param name="Location">What it touched, or <see langword="null"/>.</param>
/// <param name="What">The step in words, when reading and writing are not enough.</param>
/// <param name="Site">Where in the source.</param>
internal sealed record Row(
    Fiber Fiber,
    OperationKind Kind,
    Location? Location,
    string? What,
    int Site
)
{
    /// <summary>Whether the row is no step, but says why a fiber does not go on here.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>The innermost call of a method that the step is part of, or <see langword="null"/>.</summary>
    public MethodCall? Call { get; init; }

    /// <summary>Whether the row is no step, but the heading of the steps of <see cref="Call"/>.</summary>
    public bool IsCall { get; init; }

    /// <summary>In how many calls it lies.</summary>
    public int Depth { get; init; }

    /// <summary>What it touched, too.</summary>
    public Location[] Also { get; init; } = [];

    /// <summary>What it is about, when that is no location of its own.</summary>
    public object? Subject { get; init; }

    /// <summary>What came of it, in words.</summary>
    public string? Result { get; init; }

    /// <summary>Its number in the trace.</summary>
    public int Event { get; init; }

    /// <summary>In a weak memory, what it came before although that was written earlier.</summary>
    public OutOfOrder? OutOfOrder { get; init; }

    /// <summary>The newest value, when the step has read an older one.</summary>
    public string? Newest { get; set; }

    /// <summary>The value after the step, when the location holds one.</summary>
    public string? Value { get; set; }

    /// <summary>Who holds which lock after the step.</summary>
    public IReadOnlyList<(Location Lock, Fiber Holder)> Held { get; set; } = [];
}
