namespace Katas.Harness.Explorer;

/// <summary>What a thread may see of the writes of others.</summary>
public enum MemoryModel
{
    /// <summary>Each read returns the latest write: no access takes effect before or after its turn.</summary>
    SequentiallyConsistent,

    /// <summary>
    /// What the memory model of .NET allows: ordinary accesses may take effect in another order, so a read may return an older value. Volatile accesses,
    /// locks, fences and <see cref="Interlocked"/> restrict it.
    /// </summary>
    /// <remarks>After https://github.com/dotnet/runtime/blob/main/docs/design/specs/Memory-model.md.</remarks>
    DotNet,
}
