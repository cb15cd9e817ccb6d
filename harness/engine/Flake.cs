using System.Globalization;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>A test that did not end the same way in every run.</summary>
/// <param name="Test">Its full name.</param>
/// <param name="Tally">How often it ended how, the most frequent first.</param>
/// <param name="Examples">For each rarer way, the first run (from 1) in which it ended so, and its verdict.</param>
public sealed record Flake(
    string Test,
    IReadOnlyList<(string Ending, int Count)> Tally,
    IReadOnlyList<(int Run, TestVerdict Verdict)> Examples
)
{
    /// <summary>One line: <c>Launch_returns_at_once: 97 Passed, 3 Failed</c>.</summary>
    public override string ToString() =>
        $"{Test}: {string.Join(", ", Tally.Select(ending => string.Create(CultureInfo.InvariantCulture, $"{ending.Count} {ending.Ending}")))}";
}
