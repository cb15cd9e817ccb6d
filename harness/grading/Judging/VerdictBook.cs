using System.Text.RegularExpressions;
using Katas.Harness.Engine;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Grading.Judging;

/// <summary>
/// The verdicts on one chapter. Which tests there are is known before; whatever a run says, a test has passed only if the run says so of that
/// test.
/// </summary>
/// <param name="slug">The chapter.</param>
/// <param name="tests">Its tests.</param>
internal sealed class VerdictBook(string slug, IReadOnlyList<TestName> tests)
{
    private readonly Dictionary<string, TestVerdict> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestVerdict> _second = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private string _missing = "There is no verdict on this test.";

    public string Slug => slug;

    public IReadOnlyList<TestName> Tests => tests;

    /// <summary>The tests that met a limit or took their process with them: the machine may have been at fault.</summary>
    public IReadOnlyList<TestName> Doubtful =>
        [
            .. tests.Where(test =>
                _first.GetValueOrDefault(test.FullName)
                    is { Outcome: not (Outcome.Passed or Outcome.Failed or Outcome.Skipped) }
            ),
        ];

    /// <summary>Takes what a run on all tests said.</summary>
    public void First(ChapterVerdicts verdicts) => Take(_first, verdicts);

    /// <summary>Takes what a run on the doubtful ones said.</summary>
    public void Again(ChapterVerdicts verdicts) => Take(_second, verdicts);

    /// <summary>Adds what else has to be known.</summary>
    public void Note(string note) => _notes.Add(note);

    /// <summary>The grade of a chapter that was not run: every test has failed.</summary>
    /// <param name="state">How far it came.</param>
    /// <param name="reason">What each test says.</param>
    public ChapterGrade Without(ChapterState state, string reason) =>
        new(
            slug,
            state,
            [
                .. tests.Select(test => new TestGrade(
                    test.Kata,
                    NameOf(test),
                    TestState.Failed,
                    reason
                )),
            ]
        )
        {
            Notes = _notes,
        };

    /// <summary>The grade of a chapter that was run.</summary>
    public ChapterGrade Graded() =>
        new(slug, ChapterState.Graded, [.. tests.Select(Grade)]) { Notes = _notes };

    private void Take(Dictionary<string, TestVerdict> run, ChapterVerdicts verdicts)
    {
        foreach (var verdict in verdicts.Tests)
            run[verdict.Test.FullName] = verdict;
        if (verdicts.RunError is not { } error)
            return;
        _missing = error.Details;
        _notes.Add(PlainText.Message(error.ToString()));
    }

    private TestGrade Grade(TestName test)
    {
        if (!_first.TryGetValue(test.FullName, out var first))
            return Of(test, TestState.Failed, _missing);
        if (first.Outcome == Outcome.Passed)
            return Of(test, TestState.Passed, null);
        if (first.Outcome == Outcome.Skipped)
            return Of(test, TestState.Failed, $"The test was skipped: {first.Message}");
        if (!_second.TryGetValue(test.FullName, out var second) || second.Outcome == first.Outcome)
            return Of(test, TestState.Failed, MessageOf(first));
        // Who has never passed has failed, in whatever ways.
        return Of(
            test,
            second.Outcome == Outcome.Passed ? TestState.Unstable : TestState.Failed,
            $"{MessageOf(first)}\n\nRun once more, it ended differently: {second.Outcome}. {MessageOf(second)}"
        );
    }

    private static TestGrade Of(TestName test, TestState state, string? message) =>
        new(test.Kata, NameOf(test), state, message is null ? null : PlainText.Message(message));

    /// <summary>The whole message, as learners see it; as it came, when it was made so that reading it takes for ages.</summary>
    private static string MessageOf(TestVerdict verdict)
    {
        try
        {
            return string.Join('\n', FailureText.Body(FailedTest.Of(verdict), path => path));
        }
        catch (RegexMatchTimeoutException)
        {
            return verdict.Message ?? "";
        }
    }

    /// <summary>The method with its arguments.</summary>
    private static string NameOf(TestName test)
    {
        var owner = $".{test.Class}.";
        var start = test.FullName.IndexOf(owner, StringComparison.Ordinal);
        return start < 0 ? test.Method : test.FullName[(start + owner.Length)..];
    }
}
