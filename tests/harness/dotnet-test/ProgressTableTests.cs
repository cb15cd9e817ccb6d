using System.Text.RegularExpressions;
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
    )
    {
        Type = "T.Threads",
    };
    private static readonly Kata RunBoth = new(
        2,
        "RunBoth",
        ["T.RunBothTests"],
        new("/w/exercises/03-first-thread/Threads.cs", 30),
        IsStub: true
    )
    {
        Type = "T.Threads",
    };

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
    public void Tests_of_no_kata_are_a_row_alone()
    {
        var text = Render([new("harness-workbook", [Launch], [Pass("T.Other.Test")], null)]);

        Assert.That(
            text,
            Does.Contain("harness-workbook  ██████████      1/1").And.Not.Contain("Launch")
        );
    }

    [Test]
    public void A_filter_that_selects_nothing_is_said()
    {
        var text = Render([new("01-ramen-shop", [Launch], [], null)]);

        Assert.That(text, Does.Contain("0 of 0 tests pass. No test was run. Is the filter right?"));
    }

    [Test]
    public Task A_chapter_that_cannot_run_here_says_what_it_needs([Values(80, 120)] int width)
    {
        var (needs, ignored) = (
            "needs RabbitMQ: brew install rabbitmq (or set KATAS_BROKER)",
            Outcome.Skipped
        );

        return Verify(
            Render(
                [
                    new("01-ramen-shop", [], Passed(12), null),
                    new(
                        "14-many-shops",
                        [Launch],
                        [
                            Verdict("T.LaunchTests.A", ignored, $"OneTimeSetUp: {needs}"),
                            Verdict("T.LaunchTests.B", ignored, $"OneTimeSetUp: {needs}"),
                        ],
                        null
                    ),
                    new(
                        "harness-pools",
                        [],
                        [Pass("C.Holds"), Verdict("C.Broker", ignored, needs)],
                        null
                    ),
                ],
                width: width
            )
        );
    }

    [Test]
    public void Colour_says_nothing_that_the_words_do_not()
    {
        IReadOnlyList<ChapterResult> results =
        [
            DoesNotCompile,
            new(
                "03-first-thread",
                [Launch],
                [.. Passed(1), Red("T.LaunchTests.A", "Look there.\n  Expected: 1\n  But was:  2")],
                null
            ),
        ];

        var coloured = Render(results, withColour: true);

        Assert.That(coloured, Does.Contain("\u001b["));
        Assert.That(
            Regex.Replace(
                coloured,
                "\u001b\\[[0-9;]*m",
                "",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            ),
            Is.EqualTo(Render(results))
        );
    }

    [Test]
    public void No_line_ends_in_blanks_in_a_pipe()
    {
        using var text = new StringWriter();
        using var writer = new TrimmingWriter(text);

        writer.Write("a  b  \n   \n  c");
        writer.Flush();

        Assert.That(text.ToString(), Is.EqualTo("a  b\n\n  c"));
    }

    private static string Render(
        IReadOnlyList<ChapterResult> results,
        bool isUtf8 = true,
        int width = 120,
        bool withColour = false
    )
    {
        using var text = new StringWriter();
        using var writer = new TrimmingWriter(text);
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = withColour ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = withColour
                    ? ColorSystemSupport.TrueColor
                    : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = isUtf8;

        new ProgressTable(console, new PathText("/w").Short).Write(
            results,
            "/w/exercises",
            next => next is null ? "/w/TestResults/katas.trx" : $"/w/TestResults/{next.Slug}.md"
        );

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static List<TestVerdict> Passed(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Pass($"T.Other.Test{i}"))];

    private static TestVerdict Pass(string test) => Verdict(test, Outcome.Passed);

    private static TestVerdict Red(string test, string message) =>
        Verdict(test, Outcome.Failed, message);

    private static TestVerdict Verdict(string test, Outcome outcome, string? message = null) =>
        new(new TestName(test, "", test, null), outcome, message);
}
