namespace Katas.Harness.Probes;

/// <summary>A limit for probes that must fail here: nobody will come, so there is no reason to wait long.</summary>
internal static class Short
{
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);
}
