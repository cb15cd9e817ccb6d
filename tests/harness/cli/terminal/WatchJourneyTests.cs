using System.Runtime.Versioning;
using Katas.Harness.Fixtures;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Terminals;

/// <summary>Somebody who has never seen the workbook does two chapters in the watch alone: types keys, and saves files as editors do.</summary>
[SupportedOSPlatform("linux")]
[Platform("Linux", Reason = "The terminal is made by script of util-linux.")]
public class WatchJourneyTests
{
    private const string Up = "\e[A";
    private const string Enter = "\r";

    /// <summary>Notes what it is called with, and writes what lies ready.</summary>
    private const string Editor = """
        #!/bin/sh
        echo "$1 $2" >"$NOTE"
        cat "$READY" >"$2"

        """;

    private WorkbookClone _clone = null!;
    private TerminalRun _watch = null!;

    private string Shop => _clone.Answer(WorkbookClone.Shop, "Shop.cs");

    private string Planner => _clone.Answer(WorkbookClone.Shop, "Planner.cs");

    private string Threads => _clone.Answer(WorkbookClone.Threads, "Threads.cs");

    [OneTimeSetUp]
    public async Task Clone() =>
        _clone = await WorkbookClone.Create(WorkbookClone.Shop, WorkbookClone.Threads);

    [OneTimeTearDown]
    public void Delete() => _clone.Dispose();

    [SetUp]
    public void StartOver() => _clone.StartOver();

    [Test]
    public void Two_chapters_from_stubs_to_green()
    {
        using (_watch = TerminalRun.Start(_clone.Root, "exec ./kata", 80))
        {
            ReadsTheLessonAndAHint();
            WritesChapterOne();
            GoesOnToTheNextChapter();
            WritesChapterThree();
            _watch.Type("q");

            Assert.That(_watch.WaitForExit(), Is.Zero);
            Assert.That(_watch.IsAsBefore, Is.True);
        }
        using var list = TerminalRun.Start(_clone.Root, "exec ./kata list", 80);
        Assert.That(list.WaitForExit(), Is.Zero);
        Assert.That(list.Text, Does.Contain("8 of 8 katas are done"));
    }

    [Test]
    public void The_editor_opens_at_the_line_and_its_save_is_tested()
    {
        var (note, ready) = (
            Path.Combine(_clone.Root, ".kata", "note"),
            Path.Combine(_clone.Root, ".kata", "ready")
        );
        var editor = Path.Combine(_clone.Root, ".kata", "vim");
        Directory.CreateDirectory(Path.GetDirectoryName(editor)!);
        File.WriteAllText(editor, Editor);
        File.SetUnixFileMode(editor, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.WriteAllText(ready, Written("Launch"));

        // A path with a blank would be two words.
        using (
            _watch = TerminalRun.Start(
                Path.Combine(_clone.Root, ".kata"),
                "PATH=$PWD:$PATH exec ../kata watch 03",
                80,
                ("EDITOR", "vim"),
                ("VISUAL", ""),
                ("NOTE", note),
                ("READY", ready)
            )
        )
        {
            _watch.WaitFor("Launch is still a stub");
            _watch.Type("e");
            _watch.WaitFor("✓ Launch is green");
        }

        Assert.That(File.ReadAllText(note), Does.Match(@"^\+[0-9]+ /.*/Threads\.cs\n$"));
    }

    [Test]
    public void Ctrl_C_leaves_the_terminal_as_it_was()
    {
        using (_watch = TerminalRun.Start(_clone.Root, "exec ./kata watch 03", 120))
        {
            _watch.WaitFor("Launch is still a stub");
            Assert.That(_watch.IsAsBefore, Is.False);
            _watch.Type(TerminalRun.CtrlC);

            Assert.That(_watch.WaitForExit(), Is.EqualTo(ExitCodes.Cancelled));
            Assert.That(_watch.IsAsBefore, Is.True);
        }
    }

    private void ReadsTheLessonAndAHint()
    {
        _watch.WaitFor(
            "^01-ramen-shop  0 of [0-9]+ tests pass\n(?s:.*)BowlsPerHour is still a stub"
        );
        _watch.Type("t");
        _watch.WaitFor("\nLesson of 01-ramen-shop");
        _watch.Type("q");
        _watch.WaitFor("\nKata 1: BowlsPerHour  exercises/01-ramen-shop/Shop.cs:[0-9]+\n");
        _watch.Type("h");
        _watch.WaitFor("\nBowlsPerHour, hint 1 of 3");
    }

    private void WritesChapterOne()
    {
        var stub = File.ReadAllText(Shop);
        File.WriteAllText(Shop, stub[..(stub.Length / 2)]);
        _watch.WaitFor("Shop.cs[(][0-9]+,[0-9]+[)]: CS[0-9]+");
        var right = WrittenShop("BowlsPerHour");
        File.WriteAllText(Shop, right.Replace("Math.Min(", "Math.Max(", StringComparison.Ordinal));
        _watch.WaitFor("✗ BowlsPerHour:(?s:.*)Expected(?s:.*)But was");
        File.WriteAllText(Shop, right);
        _watch.WaitFor("✓ BowlsPerHour is green(?s:.*)\nKata 2: FirstBowl");
        ComparesOnlyWhatIsGreen();
        // By rename, as careful editors do.
        AtomicFile.WriteAllText(Shop, WrittenShop("BowlsPerHour", "FirstBowl"));
        _watch.WaitFor("✓ FirstBowl is green(?s:.*)\nKata 3: Bottleneck");
        // Several files at once.
        File.WriteAllText(Shop, WrittenShop("BowlsPerHour", "FirstBowl", "Bottleneck"));
        File.WriteAllText(Planner, WorkbookClone.Written(WorkbookClone.Shop, "Planner.cs", "Plan"));
        _watch.WaitFor("(?<all>[0-9]+) of \\k<all> tests pass(?s:.*)n: on to the next chapter");
    }

    private void ComparesOnlyWhatIsGreen()
    {
        _watch.Type("s");
        _watch.WaitFor("\nBowlsPerHour: your answer beside ours");
        _watch.WaitFor("^Your answer is the reference answer, to the letter");
        _watch.Type("q");
        _watch.WaitFor("\nKata 2: FirstBowl");
        _watch.Type("s");
        _watch.WaitFor("\nFirstBowl is not green yet. Press s again");
        _watch.Type("s");
        _watch.WaitFor("\nFirstBowl: your answer beside ours");
        _watch.Type("q");
        _watch.WaitFor("\nKata 2: FirstBowl");
    }

    private void GoesOnToTheNextChapter()
    {
        _watch.Type("s");
        _watch.WaitFor("\nYour answer beside ours");
        _watch.Type("q");
        _watch.WaitFor("\nh hint  l list");
        _watch.Type("n");
        _watch.WaitFor("^03-first-thread  0 of (?s:.*)Launch is still a stub");
        // Back over the list, and here again.
        _watch.Type("l");
        _watch.WaitFor("▸ 03-first-thread +✗ 1 Launch");
        _watch.Type(Up);
        _watch.WaitFor("▸ +✓ 4 Plan");
        _watch.Type(Enter);
        _watch.WaitFor("^01-ramen-shop ");
        _watch.Type("n");
        _watch.WaitFor("^03-first-thread (?s:.*)Launch is still a stub");
    }

    private void WritesChapterThree()
    {
        // What an editor leaves beside a file is no answer.
        File.WriteAllText(Threads + ".swp", "class");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Threads)!, ".#Threads.cs~"), "class");
        AtomicFile.WriteAllText(Threads, Written("Launch"));
        _watch.WaitFor("✓ Launch is green(?s:.*)\nKata 2: RunBoth");
        AtomicFile.WriteAllText(Threads, Written("Launch", "RunBoth"));
        _watch.WaitFor("✓ RunBoth is green(?s:.*)\nKata 3: ForEachThread");
        TakesAKataBack();
        AtomicFile.WriteAllText(Threads, Written("Launch", "RunBoth", "ForEachThread"));
        _watch.WaitFor("✓ ForEachThread is green(?s:.*)\nKata 4: RunAndReturn");
        AtomicFile.WriteAllText(
            Threads,
            Written("Launch", "RunBoth", "ForEachThread", "RunAndReturn")
        );
        _watch.WaitFor("(?<all>[0-9]+) of \\k<all> tests pass(?s:.*)✓ RunAndReturn is green");
    }

    /// <summary>Resets a kata that is green, and has it back with a command in another terminal.</summary>
    private void TakesAKataBack()
    {
        _watch.Type("p");
        _watch.WaitFor("\nKata 2: RunBoth");
        _watch.Type("x");
        _watch.WaitFor("Put the stub of RunBoth back[?]");
        _watch.Type("y");
        _watch.WaitFor("RunBoth is still a stub");
        using var undo = TerminalRun.Start(_clone.Root, "exec ./kata undo", 80);
        Assert.That(undo.WaitForExit(), Is.Zero);
        _watch.WaitFor("✓ RunBoth is green(?s:.*)\nKata 3: ForEachThread");
    }

    private static string Written(params IReadOnlyList<string> katas) =>
        WorkbookClone.Written(WorkbookClone.Threads, "Threads.cs", katas);

    private static string WrittenShop(params IReadOnlyList<string> katas) =>
        WorkbookClone.Written(WorkbookClone.Shop, "Shop.cs", katas);
}
