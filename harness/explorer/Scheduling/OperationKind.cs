namespace Katas.Harness.Explorer.Scheduling;

/// <summary>What a step does to its location, as far as the order of two steps can matter.</summary>
internal enum OperationKind : byte
{
    /// <summary>Touches nothing that is shared: a thread's start.</summary>
    Local,

    /// <summary>Touches nothing that is shared, and asks for other threads to go first: a sleep.</summary>
    Yield,

    /// <summary>Reads; two reads are independent.</summary>
    Read,

    /// <summary>Writes, or may write.</summary>
    Write,

    /// <summary>Acquires a lock. The holder always releases before the next acquire, so only two acquires compete.</summary>
    Acquire,

    /// <summary>Releases a lock.</summary>
    Release,
}
