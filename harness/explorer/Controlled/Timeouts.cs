namespace Katas.Harness.Explorer.Controlled;

/// <summary>Timeouts as the framework takes them.</summary>
internal static class Timeouts
{
    public static int Of(TimeSpan timeout)
    {
        var milliseconds = (long)timeout.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, nameof(timeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, int.MaxValue, nameof(timeout));
        return (int)milliseconds;
    }

    public static void Validate(int milliseconds) =>
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1);
}
