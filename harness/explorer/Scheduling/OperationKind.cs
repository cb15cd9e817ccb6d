namespace Katas.Harness.Explorer.Scheduling;

/// <summary>What a step does to its location, as far as the order of two steps can matter.</summary>
internal enum OperationKind : byte
{
    /// <summary>Touches nothing that is shared: a thread's start.</summary>
    Local,

    /// <summary>Touches nothing that is shared, and asks for other threads to go first: a sleep.</summary>
    Yield,

    /// <summary>Observes; two reads may change places.</summary>
    Read,

    /// <summary>Changes, or may change.</summary>
    Write,

    /// <summary>Takes a lock. A holder's release cannot come later than the next taking, so only two takings compete.</summary>
    Acquire,

    /// <summary>Gives a lock back.</summary>
    Release,
}
