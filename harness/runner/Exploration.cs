namespace Katas.Harness.Runner;

/// <summary>What a chapter's assembly needs before the explorer can follow it.</summary>
internal static class Exploration
{
    /// <summary>Rewrites an assembly where it lies.</summary>
    public static void Prepare(string assembly) =>
        throw new NotSupportedException($"{assembly} cannot be explored yet.");
}
