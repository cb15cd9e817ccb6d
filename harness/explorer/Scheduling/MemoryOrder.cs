namespace Katas.Harness.Explorer.Scheduling;

/// <summary>How an access to memory is ordered with others, as the program has written it.</summary>
internal enum MemoryOrder : byte
{
    /// <summary>It is no access to memory, but a step on a lock, a task, a collection.</summary>
    None,

    /// <summary>An ordinary access.</summary>
    Plain,

    /// <summary>An ordinary access by code that is not rewritten: what it reads cannot be chosen.</summary>
    Foreign,

    /// <summary>A volatile access: a read acquires, a write releases.</summary>
    Volatile,

    /// <summary>An interlocked access or a barrier: a full fence.</summary>
    Full,
}
