using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook;

public class FailureTextTests
{
    private const string Sources = "/w/exercises/03-first-thread";

    private static readonly TestVerdict Assertion = Failed(
        "T.RunAndReturnTests.RunAndReturn_throws_the_very_exception_of_the_function",
        "RunAndReturn",
        """
          The caller did not get the exception that the function threw. Code that catches the one it knows would miss it; look at how it gets from the new thread to the caller.
          Assert.That(
            ThrownBy(() => Threads.RunAndReturn(() => Burn(burnt))),
            Is.SameAs(burnt))
          Expected: same as <System.InvalidOperationException: burnt>
          But was:  <System.AggregateException: One or more errors occurred. (burnt)
           at Katas.FirstThread.Threads.RunAndReturn[T](Func`1 function) in /w/exercises/03-first-thread/Threads.cs:line 52
           at NUnit.Framework.Assert.That()>

        """,
        "   at Katas.FirstThread.RunAndReturnTests.X() in /w/tests/03-first-thread/RunAndReturnTests.cs:line 70\n",
        "chopping\r\n\u001b[31mred\u001b[0m\tline\n\n"
    );

    private static readonly TestVerdict Exploration = Failed(
        "T.AddTests.Add_loses_no_order(\"국수\")",
        "Add",
        """
        Katas.Harness.Explorer.Verdicts.ScheduleFailedException : schedule 2 fails: 2 orders came in and the book shows 1, Expected: 2, but was: 1

          thread 1              thread 2              OrderBook.주문수   Shelf.Count
          locks _gate                                 0               1             OrderBook.cs:11: lock (_gate)
          reads 주문수 -> 0                              0               1             OrderBook.cs:12: public void Add() => 주문수++; // one order more than before
          switch                                      0               1
                                reads 주문수 -> 0        0               1             OrderBook.cs:12: public void Add() => 주문수++; // one order more than before
                                writes 주문수 = 1        1               1             OrderBook.cs:12: public void Add() => 주문수++; // one order more than before
          writes 주문수 = 1                              1               1             OrderBook.cs:12: public void Add() => 주문수++; // one order more than before

          thread 1 holds OrderBook._gate (since OrderBook.cs:11) and waits to lock Shelf._gate (OrderBook.cs:24), held by thread 2

        replay: Explorer.Replay("1-2-2-1")
          ----> NUnit.Framework.AssertionException :   2 orders came in and the book shows 1
          Expected: 2
          But was:  1

        """
    );

    private static readonly TestVerdict Thrown = Failed(
        "T.LaunchTests.Launch_starts(3)",
        "Launch",
        "System.AggregateException : One or more errors occurred. (Waited 4 s for the gate)\n  ----> Katas.Harness.Probes.ProbeException : Waited 4 s for the gate",
        """
           at System.Threading.Tasks.Task.Wait()
           at Katas.FirstThread.Threads.Launch(Action action) in /w/exercises/03-first-thread/Threads.cs:line 14
           at Katas.FirstThread.LaunchTests.Launch_starts(Int32 n) in /w/tests/03-first-thread/LaunchTests.cs:line 20
        --ProbeException
           at Katas.Harness.Probes.Gate.Wait() in /w/harness/core/Probes/Gate.cs:line 9
           at Katas.FirstThread.Threads.Inner() in /w/exercises/03-first-thread/Threads.cs:line 31
        """
    );

    [Test]
    public Task A_failure_is_drawn_for_a_person(
        [Values(80, 120)] int width,
        [Values] bool unicode
    ) =>
        Verify(
            string.Join(
                "\n\n",
                new[] { Assertion, Exploration, Thrown }.Select(verdict =>
                    Draw(verdict, new FailureLayout(width, Short, unicode))
                )
            )
        );

    [Test]
    public void No_line_is_wider_than_the_terminal([Values(40, 60, 80, 100)] int width) =>
        Assert.That(
            Draw(Exploration, new FailureLayout(width, Short))
                .Split('\n')
                .Where(line => TextWidth.Of(line) > width),
            Is.Empty
        );

    [Test]
    public void Threads_that_do_not_fit_side_by_side_stand_below_each_other()
    {
        var verdict = Failed(
            "T.A.B",
            null,
            """
            Katas.Harness.Explorer.Verdicts.DeadlockException : it ends

              thread 1               thread 2               thread 3               Book._count   Book._next
              Add(1)                                                                                          Book.cs:1
                reads _count -> 0                                                  0                          Book.cs:2: return _count;
                                     writes _count = 1                             1                          Book.cs:3: _count = 1;
                                                            writes _next = 1       1             1            Book.cs:4: _next = 1;

            replay: x
            """
        );

        var lines = Draw(verdict, new FailureLayout(80, Short)).Split('\n');

        Assert.That(
            lines[3..^2],
            Is.EqualTo([
                "  (Too narrow for the threads side by side; shared values are left out.)",
                "  who       step",
                "  thread 1  Add(1)               Book.cs:1",
                "  thread 1    reads _count -> 0  Book.cs:2: return _count;",
                "  thread 2  writes _count = 1    Book.cs:3: _count = 1;",
                "  thread 3  writes _next = 1     Book.cs:4: _next = 1;",
            ])
        );
    }

    [Test]
    public void A_schedule_of_which_all_steps_are_left_out_is_drawn_all_the_same()
    {
        var threads = string.Join("   ", Enumerable.Range(1, 9).Select(i => $"thread {i}"));
        var verdict = Failed(
            "T.A.B",
            null,
            $"Katas.Harness.Explorer.Verdicts.DeadlockException : it ends\n\n  {threads}\n  ... 7 steps before\n\nreplay: x"
        );

        Assert.That(
            Draw(verdict, new FailureLayout(40, Short)),
            Does.Contain("  … 7 steps before")
        );
    }

    [Test]
    public void A_long_schedule_keeps_its_end_and_says_how_much_is_left_out()
    {
        var rows = Enumerable
            .Range(1, 60)
            .Select(i => $"  step {i, -3}              Book.cs:{i}: x++;");
        var verdict = Failed(
            "T.A.B",
            null,
            $"Katas.Harness.Explorer.Verdicts.DeadlockException : it ends\n\n  thread 1   thread 2\n  ... 7 steps before\n{string.Join('\n', rows)}\n\nreplay: x"
        );

        var lines = Draw(verdict, new FailureLayout(80, Short)).Split('\n');

        Assert.That(lines, Has.Length.EqualTo(3 + 2 + 40 + 2));
        Assert.That(lines[4], Is.EqualTo("  … 27 steps before"));
        Assert.That(lines[^3], Does.StartWith("  step 60").And.EndsWith("Book.cs:60: x++;"));
    }

    [Test]
    public void A_long_schedule_keeps_the_calls_that_its_end_is_part_of()
    {
        const int Most = 40;
        var rows = Enumerable
            .Range(1, 60)
            .Select(i => $"    step {i, -3}            Book.cs:{i}: x++;");
        var verdict = Failed(
            "T.A.B",
            null,
            $"Katas.Harness.Explorer.Verdicts.DeadlockException : it ends\n\n  thread 1   thread 2\n  Add(1)                Book.cs:0\n             Take()     Book.cs:9\n{string.Join('\n', rows)}\n\nreplay: x"
        );

        var lines = Draw(verdict, new FailureLayout(80, Short)).Split('\n');

        Assert.That(lines, Has.Length.EqualTo(3 + 2 + Most + 2));
        Assert.That(lines[4], Is.EqualTo("  … 22 steps before"));
        Assert.That(lines[5], Does.StartWith("  Add(1) "));
        Assert.That(lines[6], Does.StartWith("    step 22"));
    }

    [Test]
    public void Steps_stay_to_the_right_of_the_call_that_they_are_part_of()
    {
        var verdict = Failed(
            "T.A.B",
            null,
            """
            Katas.Harness.Explorer.Verdicts.DeadlockException : it ends

              thread 1          thread 2
              Add(1)                                Book.cs:1
                locks _gate                         Book.cs:2: lock (_gate)
                                Take() -> 1         Book.cs:4
                                  locks _gate       Book.cs:5: lock (_gate)

            replay: x
            """
        );

        var lines = Draw(verdict, new FailureLayout(80, Short)).Split('\n');

        Assert.That(
            lines[4..^2],
            Is.EqualTo([
                "  Add(1)                        Book.cs:1",
                "    locks _gate                 Book.cs:2: lock (_gate)",
                "                 Take() -> 1    Book.cs:4",
                "                   locks _gate  Book.cs:5: lock (_gate)",
            ])
        );
    }

    [Test]
    public void Of_a_long_console_the_last_lines_are_shown()
    {
        var output = string.Join('\n', Enumerable.Range(1, 25).Select(i => $"line {i}"));

        var text = Draw(Failed("T.A.B", null, "red", null, output), new FailureLayout(80, Short));

        Assert.That(text, Does.Contain("the last 10 of 25 lines:\n  │ line 16\n"));
        Assert.That(text, Does.EndWith("│ line 25"));
    }

    [Test]
    public Task The_page_holds_everything()
    {
        var report = new ChapterReport("03-first-thread", 19, 22, null, false, [], []);
        var backticks = Failed("T.A.B(\"a`b\")", null, "  Expected: ```\n  But was:  nothing");

        return Verify(
            FailurePage.Markdown(
                report,
                new RunError("does not compile", "Threads.cs(1,29): CS1002: ; expected"),
                new[] { Assertion, Exploration, Thrown, backticks }.Select(Parse),
                Short
            )
        );
    }

    [Test]
    public void Of_two_texts_the_first_paragraph_that_differs_is_shown()
    {
        const string Message = """
            VerifyException : Directory: /w/tests/01-ramen-shop
            NotEqual:
              - Received: PlanTests.Plans.received.txt
                Verified: PlanTests.Plans.verified.txt

            FileContent:

            NotEqual:

            Received: PlanTests.Plans.received.txt
            1 bowl, 1 chef

            chef 1  B1-P1-

            2 bowls, 1 chef

            chef 1    B1-P1-P2-
            burner 1  C1-...C2-

            the end
            Verified: PlanTests.Plans.verified.txt
            1 bowl, 1 chef

            chef 1  B1-P1-

            2 bowls, 1 chef

            chef 1    B1-P1-P2-
            burner 1  C1-C2-

            the end
            """;

        Assert.That(
            FailureText
                .Body(Parse(Failed("T.A.B", null, Message)), Short)
                .Select(line => line.TrimEnd()),
            Is.EqualTo([
                "The text is not the approved one, PlanTests.Plans.verified.txt: it differs from line 8 on, below \"2 bowls, 1 chef\".",
                "Expected:",
                "chef 1    B1-P1-P2-",
                "burner 1  C1-C2-",
                "But was:",
                "chef 1    B1-P1-P2-",
                "burner 1  C1-...C2-",
            ])
        );
    }

    [TestCase("one\ntwo", "one", "two", "")]
    [TestCase("one", "one\ntwo", "", "two")]
    [TestCase("", "two", "", "two")]
    public void A_text_may_be_longer_than_the_approved_one_or_shorter(
        string approved,
        string received,
        string expected,
        string seen
    )
    {
        var lines = FailureText
            .Body(
                Parse(
                    Failed(
                        "T.A.B",
                        null,
                        $"VerifyException : Directory: /w\nNotEqual:\n  - Received: a\n    Verified: b\n\nFileContent:\n\nNotEqual:\n\nReceived: a\n{received}\nVerified: b\n{approved}\n\n"
                    )
                ),
                Short
            )
            .ToList();

        Assert.That(
            (lines[lines.IndexOf("But was:") - 1], lines[^1]),
            Is.EqualTo(
                (
                    expected.Length == 0
                        ? approved.Length == 0
                            ? "Expected:"
                            : "one"
                        : expected,
                    seen.Length == 0 ? "one" : seen
                )
            )
        );
    }

    [TestCase("  Expected: True\n  But was:  False\n", "Expected: True")]
    [TestCase(
        "Katas.Harness.Probes.ProbeException : Waited 4 s for a gate.",
        "Waited 4 s for a gate."
    )]
    [TestCase(
        "System.DivideByZeroException : Attempted to divide",
        "System.DivideByZeroException : Attempted to divide"
    )]
    [TestCase("OneTimeSetUp: Katas.Harness.Probes.ProbeException : no", "no")]
    [TestCase("  Assert.That(a(), Is.True)\n  Expected: True", "Expected: True")]
    [TestCase("VerifyException : Directory: /w", "Directory: /w")]
    [TestCase(
        "Katas.FirstThread.BurntException : burnt",
        "Katas.FirstThread.BurntException : burnt"
    )]
    [TestCase("It never came. Look there. The log:\n1. cook", "It never came. Look there.")]
    [TestCase("", "")]
    public void The_headline_names_no_type_of_the_harness(string message, string headline) =>
        Assert.That(Parse(Failed("T.A.B", null, message)).Headline, Is.EqualTo(headline));

    private static string Draw(TestVerdict verdict, FailureLayout layout) =>
        string.Join('\n', FailureText.Lines(Parse(verdict), layout).Select(line => line.Text));

    private static FailedTest Parse(TestVerdict verdict) => FailedTest.Of(verdict, Sources);

    private static string Short(string path) => path.Replace("/w/", "", StringComparison.Ordinal);

    [Test]
    public void What_NUnit_counts_of_texts_and_lists_is_left_out()
    {
        var verdict = Failed(
            "T.AskTests.Letters_arrive",
            "AskAsync",
            """
              Look at the encodings.
              Expected and actual are both <System.String[2]>
              Values differ at index [1]
              String lengths are both 1. Strings differ at index 0.
              Expected: < "1", "2" >
              But was:  < "1", "3" >
              First non-matching item at index [1]: "2"
            """,
            null,
            null
        );

        Assert.That(
            FailedTest.Of(verdict).Message,
            Is.EqualTo([
                "Look at the encodings.",
                "Values differ at index [1]",
                "Expected: < \"1\", \"2\" >",
                "But was:  < \"1\", \"3\" >",
            ])
        );
    }

    private static TestVerdict Failed(
        string test,
        string? kata,
        string message,
        string? stackTrace = null,
        string? output = null
    ) =>
        new(
            new TestName(test, test.Split('.')[1], test.Split('.')[2].Split('(')[0], kata),
            Outcome.Failed,
            message,
            stackTrace,
            output
        );
}
