using System.Globalization;

namespace Katas.Harness.Grading.Book;

/// <summary>Turns verdicts into points, and says how.</summary>
/// <param name="config">The rules.</param>
internal sealed class PointRules(GradingConfig config)
{
    /// <summary>What a chapter is worth.</summary>
    /// <param name="grade">What the grader found out.</param>
    /// <param name="katas">The chapter's katas, in the lesson's order.</param>
    /// <param name="handIn">Who handed it in, and when.</param>
    public ChapterResult Of(ChapterGrade grade, IReadOnlyList<string> katas, HandInTime handIn)
    {
        var rule = config.Chapters.GetValueOrDefault(grade.Slug);
        var names = katas
            .Concat(grade.Tests.Select(test => test.Kata).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var weights = names.ToDictionary(
            name => name,
            name => rule?.Katas.GetValueOrDefault(name, 1) ?? 1,
            StringComparer.Ordinal
        );
        var sum = weights.Values.Sum();
        var most = rule?.Most ?? sum;
        var results = names
            .Select(name => Kata(grade, name, sum == 0 ? 0 : most * weights[name] / sum))
            .ToList();
        var steps = new List<string>();
        var points = results.Sum(kata => kata.Score);
        if (ReasonForZero(grade) is { } reason)
        {
            steps.Add(reason);
            points = 0;
        }
        else
        {
            points -= Late(rule?.Due ?? config.Due, handIn, points, steps);
        }
        return new(points, sum == 0 ? 0 : most, results, steps, grade);
    }

    private string? ReasonForZero(ChapterGrade grade) =>
        grade.State switch
        {
            ChapterState.Missing => "It was not handed in: 0 points.",
            ChapterState.DoesNotCompile => "It does not compile: 0 points.",
            ChapterState.NotJudged => "It could not be judged here: 0 points until it is.",
            ChapterState.NotAllowed => "It uses what the chapter does not allow: 0 points.",
            _ when grade.Violations.Count > 0 && config.Violations == ViolationRule.Zero =>
                "It uses what the chapter does not allow: 0 points.",
            _ => null,
        };

    private KataResult Kata(ChapterGrade grade, string name, double most)
    {
        var tests = grade.Tests.Where(test => test.Kata == name).ToList();
        var unstable = tests.Count(test => test.State == TestState.Unstable);
        var passed = tests.Count(Passes);
        var part =
            tests.Count == 0 ? 0
            : config.Credit == Credit.Partial ? (double)passed / tests.Count
            : passed == tests.Count ? 1
            : 0;
        var steps = new List<string>
        {
            Text($"{passed} of {tests.Count} tests pass: {part:0.##} of {most:0.##} points."),
        };
        if (unstable > 0)
            steps.Add(
                Text(
                    $"{unstable} of them ended differently when run again, and count as {(config.Unstable == UnstableRule.Green ? "passed" : "failed")}."
                )
            );
        var coverage = grade.Coverage?.FirstOrDefault(kata => kata.Kata == name);
        var points = most * part * (1 - config.Coverage * Uncovered(coverage, steps));
        return new(
            name,
            points,
            most,
            passed,
            tests.Count,
            coverage?.Covered,
            coverage?.Lines.Count,
            steps
        );
    }

    private bool Passes(TestGrade test) =>
        test.State == TestState.Passed
        || (test.State == TestState.Unstable && config.Unstable == UnstableRule.Green);

    /// <summary>The part of a kata's lines that no test runs. No data costs nothing: what lost it costs enough.</summary>
    private double Uncovered(KataCoverage? coverage, List<string> steps)
    {
        if (config.Coverage == 0)
            return 0;
        if (coverage is null || coverage.Lines.Count == 0)
        {
            steps.Add("There is no data on coverage, which takes nothing off.");
            return 0;
        }
        var uncovered = 1 - (double)coverage.Covered / coverage.Lines.Count;
        steps.Add(
            Text(
                $"{coverage.Covered} of {coverage.Lines.Count} lines were run, and {config.Coverage:0.##} of the points depend on that: x {1 - config.Coverage * uncovered:0.###}."
            )
        );
        return uncovered;
    }

    /// <summary>What is taken off for being late.</summary>
    private double Late(DateTimeOffset? due, HandInTime handIn, double points, List<string> steps)
    {
        if (due is not { } end || config.Late.PerDay == 0)
            return 0;
        if (handIn.Time is null)
        {
            steps.Add(
                handIn.IsLate
                    ? "It is marked as late, without saying how late: one day is counted."
                    : "When it was handed in is not known, so nothing is taken off for being late."
            );
        }
        var days = handIn.Time is { } time
            ? Math.Ceiling((time - end).TotalDays)
            : (handIn.IsLate ? 1 : 0);
        if (days <= 0)
            return 0;
        var part = Math.Min(config.Late.Most, config.Late.PerDay * days);
        steps.Add(Text($"{days:0} days late: {points * part:0.##} points are taken off."));
        return points * part;
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
