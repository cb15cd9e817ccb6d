namespace Katas.PrimeLab;

/// <summary>How long this chapter's tests wait for what must come.</summary>
internal static class Limits
{
    /// <summary>Less than the guard of a test allows, so that a probe speaks before the guard does.</summary>
    public static TimeSpan Probe { get; } = TimeSpan.FromSeconds(2.5);
}
