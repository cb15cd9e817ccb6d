namespace Katas.WhoAmI;

/// <summary>How long something took, many times over.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Total">The time that all repetitions took together.</param>
/// <param name="Repetitions">How many there were; at least 1.</param>
public sealed record Measurement(string Name, TimeSpan Total, int Repetitions)
{
    /// <summary>The time of one repetition, in nanoseconds (billionths of a second), with its fraction.</summary>
    public double NanosecondsPerCall => Total.TotalNanoseconds / Repetitions;
}
