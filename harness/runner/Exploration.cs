using Katas.Harness.Explorer.Rewriting;

namespace Katas.Harness.Runner;

/// <summary>What a chapter's assembly needs before the explorer can follow it.</summary>
internal static class Exploration
{
    /// <summary>Rewrites an assembly where it lies.</summary>
    /// <exception cref="InvalidOperationException">It cannot be rewritten; the message says why.</exception>
    public static void Prepare(string assembly)
    {
        if (Rewriter.Rewrite(assembly, assembly).Error is { } error)
            throw new InvalidOperationException(error);
    }
}
