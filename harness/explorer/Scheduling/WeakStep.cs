namespace Katas.Harness.Explorer.Scheduling;

/// <summary>How a step takes effect in a weak memory, and which earlier steps it conflicts with.</summary>
internal sealed class WeakStep
{
    /// <summary>What the access does; <see cref="AccessKind.None"/> when the step is none.</summary>
    public AccessKind Access { get; set; }

    /// <summary>Whether it is a full fence.</summary>
    public bool IsFence { get; set; }

    /// <summary>Which of its possible effects it has; 0 for the one it has in sequentially consistent memory.</summary>
    public int Option { get; set; }

    /// <summary>Earlier steps that should also be tried after this one.</summary>
    public List<int> Races { get; } = [];

    /// <summary>Earlier steps without which this one would have had another effect.</summary>
    public List<int> Joins { get; } = [];

    /// <summary>What the step's effect amounts to; equal for equivalent schedules.</summary>
    public UInt128 Hash { get; set; }

    /// <summary>The write that was read or made when that was not the newest one.</summary>
    public OutOfOrder? OutOfOrder { get; set; }
}
