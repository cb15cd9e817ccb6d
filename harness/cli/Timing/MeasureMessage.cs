using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>A message of the measuring process: one line of JSON.</summary>
/// <param name="Kind">One of the constants.</param>
/// <param name="Title">The workload.</param>
/// <param name="Variant">With <see cref="WarmingUp"/>, the variant's name.</param>
/// <param name="Workers">With <see cref="WarmingUp"/>, how many workers it has.</param>
/// <param name="Measured">With <see cref="Round"/> and <see cref="Done"/>, all that was measured of the workload up to now.</param>
/// <param name="Failure">With <see cref="Failed"/>, what the baseline threw.</param>
internal sealed record MeasureMessage(
    string Kind,
    string Title = "",
    string Variant = "",
    int Workers = 0,
    Measurements? Measured = null,
    KataFailure? Failure = null
)
{
    public const string WarmingUp = "warming up";
    public const string Round = "round";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string End = "end";
}
