using Katas.Harness.Explorer.Rewriting;

namespace Katas.Harness.Engine;

/// <summary>What a chapter's assembly needs before the explorer can follow it.</summary>
internal static class Exploration
{
    /// <summary>Rewrites an assembly where it lies, with its symbols beside it and what it refers to.</summary>
    /// <returns>Why it cannot be, or <see langword="null"/>.</returns>
    public static string? Prepare(string assembly) => Rewriter.Rewrite(assembly, assembly).Error;
}
