using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Memory;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Cli.Seat;

/// <summary>How a chapter's tests ended, as a person reads it: the katas with a dot for each test, then the first thing that is wrong, in full.</summary>
/// <param name="Seat">The workbook.</param>
/// <param name="Layout">How much room there is.</param>
internal sealed record ChapterText(LearnerSeat Seat, FailureLayout Layout)
{
    private Marks Marks => new(Layout.Unicode);

    /// <summary>The whole chapter.</summary>
    public IEnumerable<FailureLine> Lines(ChapterMemory memory)
    {
        var katas = LessonKatas.Read(Seat.Paths, memory.Chapter);
        if (memory.Tests.Count > 0)
        {
            yield return new(
                $"{memory.Chapter}  {memory.Passed} of {memory.Total} tests pass",
                Emphasis.Heading
            );
            var width = katas.Select(kata => kata.Name.Length).DefaultIfEmpty(0).Max();
            foreach (var kata in katas)
                yield return KataLine(memory, kata, width);
        }
        var wrong = Wrong(memory, katas.Select(kata => kata.Name)).ToList();
        if (wrong.Count > 0 && memory.Tests.Count > 0)
            yield return new("");
        foreach (var line in wrong)
            yield return line;
    }

    /// <summary>What is wrong: why there are no verdicts or, of the first of these katas that is not green, the first failure.</summary>
    public IEnumerable<FailureLine> Wrong(ChapterMemory memory, IEnumerable<string> katas)
    {
        if (memory.Errors.Count > 0)
            return memory
                .Errors.Select(error => new FailureLine(error))
                .Prepend(Obstacle(memory, "does not compile"));
        var failure = FirstFailure(memory, katas);
        var lines = failure is null
            ? SkipReasons(memory)
            : FailureText.Lines(FailedTest.Of(failure, Folder(memory)), Layout);
        return memory.RunError is { } error
            ? lines.Prepend(new FailureLine(error.Details)).Prepend(Obstacle(memory, error.What))
            : lines;
    }

    /// <summary>The first failure of the first of these katas that has one.</summary>
    public static TestVerdict? FirstFailure(ChapterMemory memory, IEnumerable<string> katas) =>
        katas.SelectMany(memory.Of).Concat(memory.Tests).FirstOrDefault(test => test.IsFailure);

    /// <summary>A dot for each test of a kata.</summary>
    public string Dots(ChapterMemory memory, string kata) =>
        string.Concat(
            memory
                .Of(kata)
                .Select(test =>
                    test.Outcome == Outcome.Skipped ? Marks.Skipped
                    : test.IsFailure ? Marks.Failed
                    : Marks.Passed
                )
        );

    private FailureLine KataLine(ChapterMemory memory, LessonKata kata, int width)
    {
        var isDone = memory.IsDone(kata.Name);
        var mark = Marks.Of(isDone ? KataState.Green : KataState.Red);
        var place = isDone ? "" : Seat.PlaceOf(memory.Chapter, kata.Name);
        return new(
            $"  {mark} {kata.Order} {kata.Name.PadRight(width)}  {Dots(memory, kata.Name)}  {place}".TrimEnd(),
            isDone ? Emphasis.Expected : Emphasis.None
        );
    }

    private static FailureLine Obstacle(ChapterMemory memory, string what) =>
        new($"{memory.Chapter} {what}", Emphasis.Heading);

    private static IEnumerable<FailureLine> SkipReasons(ChapterMemory memory) =>
        memory
            .Tests.Where(test => test.Outcome == Outcome.Skipped)
            .Select(test => test.Message?.Trim() ?? "")
            .Where(reason => reason.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(reason => new FailureLine(reason));

    private string Folder(ChapterMemory memory) =>
        Path.Combine(Seat.Paths.Exercises, memory.Chapter);
}
