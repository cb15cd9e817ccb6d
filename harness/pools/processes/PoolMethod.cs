namespace Katas.Harness.Pools.Processes;

/// <summary>A method that was submitted at least once: workers know it by a number.</summary>
/// <param name="Id">The number.</param>
/// <param name="Frame">What tells a worker what the number means.</param>
internal sealed record PoolMethod(long Id, ReadOnlyMemory<byte> Frame);
