using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine.Verifier;

/// <summary>
/// A wrong answer must fail the tests that it says, no other but those that it says it may, with the words that it says and messages that can be read. A right answer must pass every test, three times.
/// </summary>
internal static class AnswerRule
{
    private const int RightRuns = 3;

    public static async Task<Findings> Check(
        ChapterUnderCheck chapter,
        string subject,
        CancellationToken cancellationToken
    )
    {
        var kind = subject.Split('/')[0];
        var file = Path.Combine(chapter.Tests, subject);
        var answer = SourceFile.Read(file);
        if (AnswerHeader.Read(answer.Text, kind) is not { } header)
        {
            return Findings.Of([
                $"{chapter.Short(file)} does not begin with a line '// {kind}: …' that says what is {kind} about it.",
            ]);
        }
        if (kind == "wrong" && (header.Fails.Count == 0 || header.Says.Count == 0))
        {
            return Findings.Of([
                $"{chapter.Short(file)} needs a line '// fails: …' with the tests that must fail and a line '// says: \"…\"' with words of their messages.",
            ]);
        }

        return await chapter
            .JudgeAnswer(
                answer,
                kind == "right" ? RightRuns : 1,
                verdicts =>
                    Findings.Of(
                        kind == "right"
                            ? Verdicts.Red(verdicts)
                            : Wrong(verdicts, header)
                                .Concat(verdicts.Failures.SelectMany(MessageRule.Check))
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static IEnumerable<string> Wrong(ChapterVerdicts verdicts, AnswerHeader header)
    {
        foreach (var name in header.Fails)
        {
            var meant = verdicts.Tests.Where(test => IsCalled(test, name)).ToList();
            if (meant.Count == 0)
                yield return $"There is no test '{name}'. The tests are {string.Join(", ", verdicts.Tests.Select(test => test.Test.Method).Distinct())}.";
            else if (!meant.Any(verdicts.Failures.Contains))
                yield return $"{name} should fail, but it passes: it does not see that {header.Why}.";
        }
        foreach (var failure in verdicts.Failures)
        {
            if (!header.Fails.Concat(header.MayFail).Any(name => IsCalled(failure, name)))
                yield return $"{failure.Test.Method} should pass, but it fails ({failure.Outcome}): {failure.Message}";
        }
        foreach (var words in header.Says)
        {
            if (!verdicts.Failures.Any(failure => Contains(failure.Message, words)))
                yield return $"No failure says \"{words}\". They say: {string.Join(" | ", verdicts.Failures.Select(failure => failure.Message))}";
        }
    }

    private static bool IsCalled(TestVerdict test, string name) =>
        test.Test.Method == name || $"{test.Test.Class}.{test.Test.Method}" == name;

    private static bool Contains(string? message, string words) =>
        message?.Contains(words, StringComparison.Ordinal) is true;
}
