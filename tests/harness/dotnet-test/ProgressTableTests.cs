using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;
using Spectre.Console;

namespace Katas.Harness.DotnetTest;

public class ProgressTableTests
{
    private static readonly Kata Launch = new(
        1,
        "Launch",
        ["T.LaunchTests"],
        new("/w/exercises/03-first-thread/Threads.cs", 14),
        IsStub: false
    );
    private static readonly Kata RunBoth = new(
        2,
        "RunBoth",
        ["T.RunBothTests"],
        new("/w/exercises/03-first-thread/Threads.cs", 30),
        IsStub: true
    );

    private static readonly ChapterResult DoesNotCompile = new(
        "05-lost-orders",
        [],
        [],
        new("does not compile", "exercises/05-lost-orders/OrderBook.cs(17,9): CS1002: ; expected")
    );

    [Test]
    public Task Every_chapter_is_a_row_with_its_next_kata() =>
        Verify(
            Render([
                new("01-ramen-shop", [], Passed(12), null),
                new(
                    "03-first-thread",
                    [Launch, RunBoth],
                    [
                        .. Passed(3),
                        Red(
                            "T.LaunchTests.A(1)",
                            "  Expected the exception to reach the caller.\n  But was: nothing"
                        ),
                        Red("T.RunBothTests.B", "RunBoth is still a stub"),
                    ],
                    null
                ),
                new(
                    "04-please-stop",
                    [RunBoth],
                    [Red("T.RunBothTests.B", "RunBoth is still a stub")],
                    null
                ),
                DoesNotCompile,
                new("06-two-locks", [], [], new("not there", "/s/06-two-locks does not exist.")),
                new(
                    "07-waiting",
                    [],
                    Passed(2),
                    new("test process lost", "It ended between its tests.")
                ),
                new("08-nothing-selected", [], [], null),
                new(
                    "harness-core",
                    [],
                    [Red("C.Fails", "one\ntwo"), Pass("C.Holds"), Red("C.FailsToo", "three")],
                    null
                ),
            ])
        );

    [Test]
    public Task In_a_narrow_terminal_no_path_is_cut() =>
        Verify(
            Render(
                [
                    new("01-ramen-shop", [], Passed(12), null),
                    new(
                        "03-first-thread",
                        [Launch, RunBoth],
                        [
                            .. Passed(3),
                            Red(
                                "T.LaunchTests.A(1)",
                                "Expected the exception to reach the caller."
                            ),
                        ],
                        null
                    ),
                    DoesNotCompile,
                ],
                width: 80
            )
        );

    [Test]
    public Task One_chapter_alone_lists_its_katas() =>
        Verify(
            Render([
                new(
                    "03-first-thread",
                    [Launch, RunBoth],
                    [
                        Pass("T.LaunchTests.A"),
                        Red("T.LaunchTests.B", "Expected 1\nBut was 2"),
                        Pass("T.RunBothTests.A"),
                    ],
                    null
                ),
            ])
        );

    [Test]
    public Task All_green_says_so() =>
        Verify(
            Render([
                new("01-ramen-shop", [], Passed(2), null),
                new("03-first-thread", [Launch], [Pass("T.LaunchTests.A")], null),
            ])
        );

    [Test]
    public void Ascii_where_the_terminal_is_not_utf8()
    {
        var text = Render(
            [new("01-ramen-shop", [], [.. Passed(1), Red("A.B", "no")], null)],
            isUtf8: false
        );

        Assert.That(text, Does.Contain("#####.....").And.Not.Contain("█"));
    }

    [Test]
    public void A_filter_that_selects_nothing_is_said()
    {
        var text = Render([new("01-ramen-shop", [Launch], [], null)]);

        Assert.That(text, Does.Contain("0 of 0 tests pass. No test was run. Is the filter right?"));
    }

    private static string Render(
        IReadOnlyList<ChapterResult> results,
        bool isUtf8 = true,
        int width = 120
    )
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = isUtf8;

        new ProgressTable(console, new PathText("/w").Short).Write(
            results,
            "/w/exercises",
            "/w/TestResults/katas.trx"
        );

        return string.Join(
            '\n',
            writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())
        );
    }

    private static List<TestVerdict> Passed(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Pass($"T.Other.Test{i}"))];

    private static TestVerdict Pass(string test) => Verdict(test, Outcome.Passed);

    private static TestVerdict Red(string test, string message) =>
        Verdict(test, Outcome.Failed, message);

    private static TestVerdict Verdict(string test, Outcome outcome, string? message = null) =>
        new(new TestName(test, "", test, null), outcome, message);
}
