using Katas.Harness.Engine;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Grading.Coverage;

/// <summary>Puts together what the processes of one chapter have reported.</summary>
/// <param name="map">What is measured, or <see langword="null"/> for nothing.</param>
internal sealed class CoverageTally(CoverageMap? map)
{
    private const int BitsOfByte = 8;

    private readonly HashSet<int> _places = [];
    private readonly HashSet<string> _tests = new(StringComparer.Ordinal);

    /// <summary>Takes what a run said.</summary>
    public void Add(ChapterVerdicts verdicts)
    {
        foreach (var hits in verdicts.Hits)
        {
            _tests.Add(hits.Test);
            for (var i = 0; i < hits.Bits.Length * BitsOfByte; i++)
            {
                if ((hits.Bits.Span[i / BitsOfByte] >> (i % BitsOfByte) & 1) == 1)
                    _places.Add(i);
            }
        }
    }

    /// <summary>The katas that have lines, and a test that ended in its process.</summary>
    /// <param name="tests">The chapter's tests.</param>
    public IReadOnlyList<KataCoverage> Katas(IReadOnlyList<TestName> tests) =>
        [
            .. (map?.Katas ?? [])
                .Where(kata =>
                    kata.Lines.Count > 0
                    && tests.Any(test => test.Kata == kata.Kata && _tests.Contains(test.FullName))
                )
                .Select(kata => new KataCoverage(
                    kata.Kata,
                    [
                        .. kata.Lines.Select(line => new LineCoverage(
                            line.File,
                            line.Line,
                            line.Places.Any(_places.Contains)
                        )),
                    ]
                )),
        ];
}
