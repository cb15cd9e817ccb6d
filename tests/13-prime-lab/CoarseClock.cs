using Katas.Harness.Probes;

namespace Katas.PrimeLab;

/// <summary>A clock of which a tick is a millisecond, unlike that of this machine.</summary>
internal sealed class CoarseClock : TimeProvider
{
    /// <summary>What moves it.</summary>
    public ManualTimeProvider Source { get; } = new();

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => (long)Source.Elapsed.TotalMilliseconds;

    public override DateTimeOffset GetUtcNow() => Source.GetUtcNow();
}
