using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Memory;

/// <summary>One write to a location, as long as somebody may still read it.</summary>
internal sealed class Message
{
    /// <summary>Its place among the writes to its location, from 0 for what was there before all of them. It moves when a write takes a place before it.</summary>
    public int Position { get; set; }

    /// <summary>The event that made it, or -1.</summary>
    public int Event { get; set; } = -1;

    /// <summary>What the access was that made it.</summary>
    public AccessKind Access { get; init; } = AccessKind.StrongWrite;

    /// <summary>The value, once a newer one has taken its place in memory.</summary>
    public object? Value { get; set; }

    /// <summary>What the loop detector knows it by.</summary>
    public int Version { get; init; }

    /// <summary>What a read that acquires learns from it: what its writer has released, and what the writes before it have.</summary>
    public View? Released { get; init; }

    /// <summary>What its writer knew: if the value is a reference, its object's fields are seen as of then.</summary>
    public View? Known { get; init; }

    /// <summary>A hash that is equal for equivalent schedules.</summary>
    public UInt128 Hash { get; set; }
}
