using Katas.Harness.Fixtures;

namespace Katas.Harness.Cli.Terminals;

/// <summary>The README's commands of <c>./kata</c>, each in a terminal of another kind; <c>run</c> in every kind.</summary>
[Platform("Linux", Reason = "The terminal is made by script of util-linux.")]
public class LearnerCommandTests
{
    private const string Utf8 = "C.UTF-8";
    private const string Ascii = "C";
    private const string Place = "exercises/03-first-thread/Threads.cs:[0-9]+";

    private WorkbookClone _clone = null!;

    private string Threads => _clone.Answer(WorkbookClone.Threads, "Threads.cs");

    [OneTimeSetUp]
    public async Task Clone() =>
        _clone = await WorkbookClone.Create(WorkbookClone.Shop, WorkbookClone.Threads);

    [OneTimeTearDown]
    public void Delete() => _clone.Dispose();

    [SetUp]
    public void StartOver() => _clone.StartOver();

    [Test]
    public void Run_shows_the_katas_and_the_first_failure_in_every_terminal()
    {
        File.WriteAllText(
            Threads,
            WorkbookClone.Written(
                WorkbookClone.Threads,
                "Threads.cs",
                "Launch",
                "RunBoth",
                "ForEachThread"
            )
        );
        // The first run is remembered, so the others cost a start each.
        foreach (var columns in new[] { 80, 120 })
        foreach (var locale in new[] { Utf8, Ascii })
        foreach (var noColor in new[] { "", "1" })
        {
            var (text, raw) = Run("run 03", ExitCodes.Found, columns, locale, noColor);

            var (done, red, dots) = locale == Utf8 ? ("✓", "✗", "●+") : ("[+]", "x", "#+");
            Assert.That(text, Does.Match("03-first-thread  [0-9]+ of [0-9]+ tests pass\n"));
            Assert.That(text, Does.Match($"\n  {done} 1 Launch +{dots}\n"));
            Assert.That(text, Does.Match($"\n  {red} 4 RunAndReturn +.+  {Place}\n"));
            Assert.That(text, Does.Match($"\n{red} RunAndReturn: \\S+\n  RunAndReturn is still"));
            Assert.That(raw.Contains("\e[3", StringComparison.Ordinal), Is.EqualTo(noColor == ""));
            Assert.That(text.Any(c => c > 127), Is.EqualTo(locale == Utf8));
        }
    }

    [Test]
    public void List_and_next_run_nothing()
    {
        var list = Run("list", ExitCodes.Ok, 120, Ascii, noColor: "").Text;
        var next = Run("next", ExitCodes.Ok, 80, Utf8, noColor: "1").Text;

        Assert.That(list, Does.Match("01-ramen-shop +. BowlsPerHour +. FirstBowl"));
        Assert.That(list, Does.Contain("\n0 of 8 katas are done"));
        Assert.That(
            list,
            Does.Match("\nNext: BowlsPerHour  exercises/01-ramen-shop/Shop.cs:[0-9]+")
        );
        Assert.That(next, Does.StartWith("Kata 1 of 01-ramen-shop: BowlsPerHour\n"));
        Assert.That(Directory.Exists(Path.Combine(_clone.Root, ".kata", "chapters")), Is.False);
    }

    [Test]
    public void Hint_and_lesson_fit_the_terminal()
    {
        var hint = Run("hint 03 RunBoth", ExitCodes.Ok, 80, Utf8, noColor: "").Text;
        var last = Run("hint 03 RunBoth --level 3", ExitCodes.Ok, 80, Ascii, noColor: "").Text;
        var lesson = Run("lesson 03", ExitCodes.Ok, 120, Utf8, noColor: "1").Text;

        Assert.That(hint, Does.StartWith("RunBoth, hint 1 of 3"));
        Assert.That(hint, Does.Contain("kata hint 03 RunBoth --level 2"));
        Assert.That(last, Does.StartWith("RunBoth, hint 3 of 3").And.Not.Contain("--level"));
        Assert.That(lesson, Does.Contain("Kata 1: Launch"));
        Assert.That(lesson.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(120));
    }

    [Test]
    public void Solution_is_shown_when_the_chapter_is_green_or_anyway()
    {
        var refused = Run("solution 03", ExitCodes.Found, 80, Utf8, noColor: "").Text;
        var shown = Run("solution 03 --anyway", ExitCodes.Ok, 120, Ascii, noColor: "1").Text;

        Assert.That(refused, Does.Contain("kata run 03").And.Contain("--anyway"));
        Assert.That(refused.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
        Assert.That(shown, Does.Contain("one.Join();"));
    }

    [Test]
    public void Log_shows_all_that_the_kata_wrote_to_the_console()
    {
        var lines = string.Concat(
            Enumerable.Range(1, 60).Select(line => $"Console.WriteLine(\"line {line}.\"); ")
        );
        File.WriteAllText(
            Threads,
            File.ReadAllText(Threads)
                .Replace("// TODO: start a thread for the action.", lines, StringComparison.Ordinal)
        );

        var run = Run("run 03 Launch", ExitCodes.Found, 80, Utf8, noColor: "").Text;
        var log = Run("log", ExitCodes.Ok, 80, Utf8, noColor: "").Text;

        Assert.That(run, Does.Contain("line 60.").And.Not.Contain("line 1.\n"));
        Assert.That(log, Does.Contain("line 60.").And.Contain("line 1.\n"));
    }

    [Test]
    public void Reset_keeps_the_answer_and_undo_brings_it_back()
    {
        var answer = WorkbookClone.Written(WorkbookClone.Threads, "Threads.cs", "RunBoth");
        File.WriteAllText(Threads, answer);

        var reset = Run("reset 03 RunBoth", ExitCodes.Ok, 80, Ascii, noColor: "").Text;
        Assert.That(reset, Does.Contain(".kata/kept/").And.Contain("kata undo"));
        Assert.That(File.ReadAllText(Threads), Does.Contain("TODO: let the two actions overlap"));

        Assert.That(reset.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));

        Run("undo", ExitCodes.Ok, 120, Utf8, noColor: "1");
        Assert.That(File.ReadAllText(Threads), Is.EqualTo(answer));
    }

    [Test]
    public void Update_says_that_there_is_nothing_newer_and_help_shows_the_groups()
    {
        var update = Run("update", ExitCodes.Ok, 120, Utf8, noColor: "").Text;
        var help = Run("--help", ExitCodes.Ok, 80, Ascii, noColor: "1").Text;

        Assert.That(update, Does.StartWith("There is no newer workbook."));
        Assert.That(help, Does.Contain("For learners").And.Contain("stopped by Ctrl+C"));
    }

    private (string Text, string Raw) Run(
        string command,
        int exitCode,
        int columns,
        string locale,
        string noColor
    )
    {
        using var run = TerminalRun.Start(
            _clone.Root,
            $"exec ./kata {command}",
            columns,
            ("LC_ALL", locale),
            ("NO_COLOR", noColor)
        );
        Assert.That(run.WaitForExit(), Is.EqualTo(exitCode), run.Text);
        return (run.Text, run.Raw);
    }
}
