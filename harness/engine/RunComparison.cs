using System.Globalization;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>Many runs of the same tests on the same code, compared.</summary>
/// <param name="runs">What came of each run, in order.</param>
public sealed class RunComparison(IReadOnlyList<ChapterVerdicts> runs)
{
    /// <summary>The tests that did not end the same way in every run, or ended only in some.</summary>
    public IReadOnlyList<Flake> Flakes() =>
        [
            .. runs.SelectMany(
                    (run, index) => run.Tests.Select(verdict => (Run: index + 1, verdict))
                )
                .GroupBy(result => result.verdict.Test.FullName, StringComparer.Ordinal)
                .Select(test => Compare(test.Key, [.. test]))
                .OfType<Flake>(),
        ];

    /// <summary>The tests that failed in every run, with the verdict of the first.</summary>
    public IReadOnlyList<TestVerdict> AlwaysRed() =>
        [
            .. (runs.Count == 0 ? [] : runs[0].Failures).Where(failure =>
                runs.All(run =>
                    run.Failures.Any(other => other.Test.FullName == failure.Test.FullName)
                )
            ),
        ];

    private Flake? Compare(string test, IReadOnlyList<(int Run, TestVerdict Verdict)> results)
    {
        var endings = results
            .GroupBy(result => Ending(result.Verdict), StringComparer.Ordinal)
            .OrderByDescending(ending => ending.Count())
            .ToList();
        var missing = runs.Count - results.Count;
        if (endings.Count == 1 && missing == 0)
            return null;
        List<(string, int)> tally = [.. endings.Select(ending => (ending.Key, ending.Count()))];
        if (missing > 0)
            tally.Add(("not run", missing));
        return new Flake(test, tally, [.. endings.Skip(1).Select(ending => ending.First())]);
    }

    /// <summary>How a test ended; for one that the explorer follows, also how many schedules that took, which must never vary.</summary>
    private static string Ending(TestVerdict verdict)
    {
        return verdict.Schedules == 0
            ? $"{verdict.Outcome}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{verdict.Outcome} ({verdict.Schedules:N0} schedules)"
            );
    }
}
