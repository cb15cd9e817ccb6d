namespace Katas.Harness.Explorer.Scheduling;

/// <summary>What an access to memory can do in a weak memory, as far as the order of two steps can matter.</summary>
internal enum AccessKind : byte
{
    /// <summary>It is no access to memory, or memory is sequentially consistent.</summary>
    None,

    /// <summary>A read that may return any write that its fiber may still see.</summary>
    WeakRead,

    /// <summary>A read of the newest write.</summary>
    StrongRead,

    /// <summary>A write that may take its place before those that its fiber has not seen.</summary>
    WeakWrite,

    /// <summary>A write that takes its place after all others.</summary>
    StrongWrite,

    /// <summary>A read of the newest write, and a write directly after it.</summary>
    Exchange,
}
