using Katas.Harness.Cli.Seat;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Memory;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Cli.Watch;

public sealed class WatchScreenTests : IDisposable
{
    private readonly LearnerWorkbook _workbook = new();

    private static LessonKata Boil { get; } =
        new(1, "Boil", "Boil the water for a bowl.", "Water boils.");

    [Test]
    public void The_screen_is_never_larger_than_the_terminal(
        [Values(20, 40, 80, 120)] int width,
        [Values(5, 12, 24)] int height,
        [Values] bool unicode
    )
    {
        var screen = Screen(width, height, unicode);
        var red = Red(
            string.Join(
                '\n',
                Enumerable.Repeat(
                    "면을 끓이는 사람이 없습니다. nobody boils/noodles/in/this/kitchen/ever",
                    40
                )
            )
        );
        WatchState[] states =
        [
            red,
            red with
            {
                Cursor = 1,
            },
            red with
            {
                Done = Boil,
            },
            red with
            {
                Question = WatchQuestion.Reset,
            },
            red with
            {
                Page = new("Lesson", _ => [.. Enumerable.Repeat(new FailureLine("x"), 99)]),
                Top = 50,
            },
        ];

        foreach (var state in states)
        {
            var lines = screen.Lines(state);

            Assert.That(lines, Has.Count.AtMost(height));
            Assert.That(lines.Select(line => TextWidth.Of(line.Text)), Is.All.AtMost(width));
        }
    }

    [Test]
    public void The_failure_of_the_present_kata_is_shown_in_full() =>
        Assert.That(
            Text(Red("The water was cold.\n  Expected: 100\n  But was:  20")),
            Does.Contain("Boil: Works")
                .And.Contain("The water was cold.")
                .And.Contain("Expected: 100")
                .And.Contain("exercises/01-bowls/Bowls.cs:4")
                .And.Contain("tests ○")
        );

    [Test]
    public void What_was_learned_is_said_when_a_kata_is_green() =>
        Assert.That(
            Text(Red("cold") with { Done = Boil }),
            Does.Contain("Boil is green.").And.Contain("Water boils.")
        );

    [Test]
    public void Without_Unicode_nothing_but_ASCII_is_drawn() =>
        Assert.That(
            Screen(80, 24, unicode: false)
                .Lines(Red("The water was cold.") with { Done = Boil })
                .SelectMany(line => line.Text),
            Is.All.LessThan('\u0080')
        );

    [Test]
    public void Scrolled_to_the_end_the_last_line_is_seen()
    {
        var screen = Screen(80, 12, unicode: true);
        var state = Red(string.Join('\n', Enumerable.Range(1, 60).Select(i => $"line {i}.")));

        var lines = screen.Lines(state with { Top = screen.LastTop(state) });

        Assert.That(lines.Select(line => line.Text), Has.Some.Contains("line 60."));
    }

    public void Dispose() => _workbook.Dispose();

    private WatchScreen Screen(int width, int height, bool unicode) =>
        new(_workbook.Seat, new FailureLayout(width, _workbook.Seat.Paths.Short, unicode), height);

    private string Text(WatchState state) =>
        string.Join('\n', Screen(80, 40, unicode: true).Lines(state).Select(line => line.Text));

    private static WatchState Red(string message) =>
        new(LearnerWorkbook.Slug, Boil)
        {
            Memory = new ChapterMemory(
                LearnerWorkbook.Slug,
                "content",
                DateTimeOffset.UnixEpoch,
                [],
                null,
                [
                    new TestVerdict(
                        new TestName("Katas.BoilTests.Works", "BoilTests", "Works", "Boil"),
                        Outcome.Failed,
                        message
                    ),
                ]
            ),
        };
}
