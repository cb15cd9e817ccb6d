namespace Katas.Harness.Engine.Verifier;

/// <summary>What came of one case.</summary>
/// <param name="Complaints">What is wrong, one sentence or two each; empty when all is well.</param>
/// <param name="Skipped">Why it could not be verified here, or <see langword="null"/>.</param>
public sealed record Findings(IReadOnlyList<string> Complaints, string? Skipped = null)
{
    /// <summary>Nothing to complain about.</summary>
    public static Findings None { get; } = new([]);

    /// <summary>Whether there is nothing to complain about.</summary>
    public bool Ok => Complaints.Count == 0;

    /// <summary>Whether it was verified, and there is nothing to complain about.</summary>
    internal bool IsPlain => Ok && Skipped is null;

    internal static Findings Of(IEnumerable<string> complaints) => new([.. complaints]);
}
