namespace Katas.PrimeLab;

/// <summary>How long this chapter's tests wait for what must come.</summary>
internal static class Limits
{
    /// <summary>Less than the guard of a test allows, so that a probe speaks before the guard does.</summary>
    public static TimeSpan Probe { get; } = TimeSpan.FromSeconds(2.5);

    /// <summary>What should come back at once is given a little less, so that those inside are still held.</summary>
    public static TimeSpan Return { get; } = TimeSpan.FromSeconds(2);
}
