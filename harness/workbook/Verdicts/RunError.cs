namespace Katas.Harness.Workbook.Verdicts;

/// <summary>Why a chapter, or the rest of it, did not run.</summary>
/// <param name="What">In three words: <c>does not compile</c>.</param>
/// <param name="Details">A line that helps.</param>
public sealed record RunError(string What, string Details)
{
    /// <summary>Both in one line.</summary>
    public override string ToString() => $"{What}: {Details}";
}
