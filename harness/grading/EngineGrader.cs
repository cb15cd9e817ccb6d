using System.Collections.Concurrent;
using Katas.Harness.Engine;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Grading;

/// <summary>Grades on the engine alone: in a process of its own, and with nothing else between a submission and the machine.</summary>
public sealed class EngineGrader(WorkbookPaths paths, ChapterEngine engine) : IChapterGrader
{
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<TestGrade>>> _tests = new(
        StringComparer.Ordinal
    );

    /// <inheritdoc/>
    public string Isolation =>
        "not isolated: submissions ran as the user who graded them, with the network and all files";

    /// <inheritdoc/>
    public async Task<ChapterGrade> Grade(
        string slug,
        string folder,
        CancellationToken cancellationToken = default
    )
    {
        var verdicts = await engine.Run(slug, folder, cancellationToken).ConfigureAwait(false);
        if (verdicts.Errors.Count > 0)
        {
            return new(
                slug,
                ChapterState.DoesNotCompile,
                await FailedTests(slug).ConfigureAwait(false)
            )
            {
                Errors =
                [
                    .. verdicts.Errors.Select(error =>
                        error with
                        {
                            File =
                                error.File.Length == 0
                                    ? ""
                                    : Path.GetRelativePath(folder, error.File),
                        }
                    ),
                ],
            };
        }
        if (verdicts.RunError is { } lost)
        {
            return new(slug, ChapterState.Graded, await FailedTests(slug).ConfigureAwait(false))
            {
                Notes = [$"{lost}"],
            };
        }
        if (verdicts.Tests.All(test => test.Outcome == Outcome.Skipped))
        {
            return new(slug, ChapterState.NotJudged, [])
            {
                Notes =
                [
                    verdicts.Tests is [var first, ..] ? first.Message ?? "" : "It has no tests.",
                ],
            };
        }
        return new(
            slug,
            ChapterState.Graded,
            [.. verdicts.Tests.Select(verdict => Test(verdict, folder))]
        );
    }

    private static TestGrade Test(TestVerdict verdict, string folder)
    {
        var test = FailedTest.Of(verdict, folder);
        if (!verdict.IsFailure)
        {
            return new(
                test.Kata,
                test.Test,
                verdict.Outcome == Outcome.Passed ? TestState.Passed : TestState.Failed,
                verdict.Message
            );
        }
        var lines = FailureText.Lines(
            test,
            FailureLayout.Whole(path => Path.GetRelativePath(folder, path))
        );
        return new(
            test.Kata,
            test.Test,
            TestState.Failed,
            string.Join(
                '\n',
                lines.Skip(1).Select(line => line.Text.Length > 2 ? line.Text[2..] : line.Text)
            )
        );
    }

    /// <summary>The chapter's tests, which the reference answer tells, all failed.</summary>
    private Task<IReadOnlyList<TestGrade>> FailedTests(string slug) =>
        _tests.GetOrAdd(
            slug,
            async _ =>
            {
                var verdicts = await engine
                    .Run(slug, Path.Combine(paths.Solutions, slug))
                    .ConfigureAwait(false);
                return
                [
                    .. verdicts.Tests.Select(verdict =>
                        Test(verdict, paths.Solutions) with
                        {
                            State = TestState.Failed,
                            Message = null,
                        }
                    ),
                ];
            }
        );
}
