using Katas.Harness.Probes;

namespace Katas.WhoAmI;

/// <summary>A clock whose time of day is set back by an hour whenever somebody looks, while its timestamps go on.</summary>
internal sealed class SetBackClock(ManualTimeProvider inner) : TimeProvider
{
    private TimeSpan _back;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override DateTimeOffset GetUtcNow() =>
        inner.GetUtcNow() - (_back += TimeSpan.FromHours(1));
}
