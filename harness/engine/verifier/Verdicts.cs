using System.Globalization;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine.Verifier;

/// <summary>Words for what the engine returned.</summary>
internal static class Verdicts
{
    /// <summary>What there is to say when no test has run; <see langword="null"/> when at least one has.</summary>
    public static Findings? Unusable(ChapterVerdicts verdicts)
    {
        if (verdicts.Errors.Count > 0)
            return Findings.Of(verdicts.Errors.Select(error => error.ToString()));
        if (verdicts.RunError is { } error)
            return Findings.Of([$"The tests could not be run: {error}"]);
        if (verdicts.Tests.Count == 0)
            return Findings.Of(["The chapter has no tests."]);
        return verdicts.Tests.All(test => test.Outcome == Outcome.Skipped)
            ? new Findings([], verdicts.Tests[0].Message ?? "Every test was skipped.")
            : null;
    }

    public static IEnumerable<string> Red(ChapterVerdicts verdicts) =>
        verdicts.Failures.Select(failure =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{failure.Test.Method} should pass, but in run {verdicts.Runs} it does not ({failure.Outcome}): {failure.Message}"
            )
        );
}
