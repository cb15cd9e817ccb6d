namespace Katas.Harness.Explorer.Controlled;

/// <summary>Timeouts as the framework takes them.</summary>
internal static class Timeouts
{
    /// <summary>The milliseconds of a timer that the framework takes at most: some 49 days.</summary>
    private const long LongestTimer = uint.MaxValue - 1;

    /// <summary>The milliseconds for what blocks a thread.</summary>
    public static int Of(TimeSpan timeout) => (int)Milliseconds(timeout, int.MaxValue);

    /// <summary>The milliseconds for what sets a timer, and waits without a thread.</summary>
    public static long OfTimer(TimeSpan timeout) => Milliseconds(timeout, LongestTimer);

    public static void Validate(int milliseconds) =>
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1);

    private static long Milliseconds(TimeSpan timeout, long most)
    {
        var milliseconds = (long)timeout.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, nameof(timeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, most, nameof(timeout));
        return milliseconds;
    }
}
