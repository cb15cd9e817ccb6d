using Katas.Harness.Probes;

namespace Katas.WhoAmI;

/// <summary>A clock whose timestamps count thirds of a microsecond, as a processor's counter may.</summary>
internal sealed class FineClock(ManualTimeProvider inner) : TimeProvider
{
    public override long TimestampFrequency => 3_000_000;

    public override long GetTimestamp() => inner.GetTimestamp() * 3 / 10;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();
}
