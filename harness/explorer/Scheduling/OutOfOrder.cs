namespace Katas.Harness.Explorer.Scheduling;

/// <summary>An access that took effect as if it had come before a write that was made earlier.</summary>
/// <param name="newerEvent">The event of that write.</param>
internal sealed class OutOfOrder(int newerEvent)
{
    /// <summary>The event of the write that it came before.</summary>
    public int NewerEvent { get; } = newerEvent;

    /// <summary>The value that was read or written; that of a write is known once it is done.</summary>
    public object? Value { get; set; }
}
