namespace Katas.Harness.Engine;

/// <summary>What of the code had run in a test's process when that test had ended.</summary>
/// <param name="Test">The test's full name.</param>
/// <param name="Bits">A bit for each place, the lowest of each byte first.</param>
public sealed record TestHits(string Test, ReadOnlyMemory<byte> Bits);
