using System.Globalization;
using Katas.Harness.Fixtures;
using Katas.Harness.Probes;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

[TestFixture]
public sealed class EngineTests
{
    private FixtureWorkbook _workbook = null!;
    private ChapterEngine _engine = null!;
    private ChapterEngine _hasty = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _workbook = Bowls.Workbook();
        _engine = new ChapterEngine(_workbook.Paths, new EngineOptions { OutputLimit = 1_000_000 });
        // For what hangs on purpose. What ends by itself has time enough, on a machine however busy.
        _hasty = new ChapterEngine(
            _workbook.Paths,
            new EngineOptions
            {
                HangBudget = TimeSpan.FromSeconds(10),
                SilenceLimit = TimeSpan.FromSeconds(15),
                SpareHosts = 0,
            }
        );
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _engine.DisposeAsync();
        await _hasty.DisposeAsync();
        _workbook.Dispose();
    }

    [Test]
    public async Task Run_passes_the_solution_from_its_folder()
    {
        var verdicts = await _engine.Run(FixtureWorkbook.Slug, _workbook.Solution);

        Assert.That(verdicts.RunError, Is.Null);
        Assert.That(
            Lines(verdicts),
            Is.EqualTo(
                new[]
                {
                    "Cook_takes_its_minutes Passed",
                    "Cook_takes_no_time_for_nothing Passed",
                    "Serve_hands_out_every_bowl Passed",
                    "Taste_is_salty Passed",
                }
            )
        );
        Assert.That(verdicts.Tests[0].Test.Kata, Is.EqualTo("Cook"));
        Assert.That(verdicts.Tests[3].Test.Kata, Is.Null);
    }

    [Test]
    public async Task Run_says_why_and_where_a_test_failed()
    {
        var verdicts = await Run(serve: "bowls - 1");

        var failure = verdicts.Failures.Single();
        Assert.That(failure.Outcome, Is.EqualTo(Outcome.Failed));
        Assert.That(failure.Message, Does.Contain("A bowl was lost."));
        Assert.That(failure.StackTrace, Does.Contain("BowlTests.cs:line 20"));
    }

    [Test]
    public async Task Run_names_file_and_line_of_what_does_not_compile()
    {
        var verdicts = await Run(cook: "minutes +");

        Assert.That(
            verdicts.Errors.Single().ToString(),
            Is.EqualTo("/answers/Bowl.cs(7,53): CS1525: Invalid expression term ';'")
        );
        Assert.That(verdicts.Green, Is.False);
    }

    [Test]
    public async Task Run_says_which_type_is_missing_where_no_test_could_be_found()
    {
        var renamed = Bowls.Source().Replace("class Bowl", "class Bowls", StringComparison.Ordinal);

        var verdicts = await _engine.Run(
            FixtureWorkbook.Slug,
            new ChapterSources([new SourceFile("/answers/Bowl.cs", renamed)])
        );

        Assert.That(verdicts.Green, Is.False);
        Assert.That(verdicts.RunError?.What, Is.EqualTo("does not fit its tests"));
        Assert.That(verdicts.RunError?.Details, Does.StartWith("They need Katas.Bowls.Bowl,"));
    }

    [Test]
    public async Task Run_lets_a_hang_cost_its_own_verdicts_only()
    {
        var verdicts = await Run(_hasty, cook: "minutes == 0 ? 0 : Do(() => { while (true) { } })");

        Assert.That(
            Lines(verdicts),
            Is.EqualTo(
                new[]
                {
                    "Cook_takes_its_minutes TimeLimit",
                    "Cook_takes_no_time_for_nothing Passed",
                    "Serve_hands_out_every_bowl Passed",
                    "Taste_is_salty Passed",
                }
            )
        );
    }

    [Test]
    public async Task Run_says_where_a_hung_test_waits()
    {
        var verdicts = await Run(_hasty, serve: "Do(() => new ManualResetEventSlim().Wait())");

        var hung = verdicts.Failures.Single();
        Assert.That(hung.Outcome, Is.EqualTo(Outcome.TimeLimit));
        Assert.That(hung.Message, Does.EndWith("It waits at Bowl.cs:10."));
        Assert.That(hung.StackTrace, Does.Contain("Bowl.Serve"));
    }

    [Test]
    public async Task Run_lets_an_exit_cost_its_own_verdict_only()
    {
        var verdicts = await Run(cook: "minutes == 0 ? 0 : Do(() => Environment.Exit(3))");

        Assert.That(
            Lines(verdicts),
            Is.EqualTo(
                new[]
                {
                    "Cook_takes_its_minutes Exit",
                    "Cook_takes_no_time_for_nothing Passed",
                    "Serve_hands_out_every_bowl Passed",
                    "Taste_is_salty Passed",
                }
            )
        );
        Assert.That(verdicts.Tests[0].ExitCode, Is.EqualTo(3));
    }

    [Test]
    public async Task Run_lets_a_stack_overflow_cost_its_own_verdicts_only()
    {
        var verdicts = await Run(serve: "bowls + Serve(bowls) + 1");

        Assert.That(
            Lines(verdicts),
            Is.EqualTo(
                new[]
                {
                    "Cook_takes_its_minutes Passed",
                    "Cook_takes_no_time_for_nothing Passed",
                    "Serve_hands_out_every_bowl Crash",
                    "Taste_is_salty Passed",
                }
            )
        );
        Assert.That(verdicts.Tests[2].Message, Does.Contain("Stack overflow"));
    }

    [Test]
    public async Task Run_lets_memory_without_end_cost_its_own_verdict_only()
    {
        var verdicts = await Run(
            serve: "Do(() => { for (List<byte[]> all = []; ; ) all.Add(GC.AllocateUninitializedArray<byte>(100_000_000)); })"
        );

        Assert.That(verdicts.Tests[2].Outcome, Is.EqualTo(Outcome.Failed));
        Assert.That(verdicts.Tests[2].Message, Does.Contain(nameof(OutOfMemoryException)));
        Assert.That(verdicts.Tests[3].Outcome, Is.EqualTo(Outcome.Passed));
    }

    [TestCase("Do(() => { while (true) Console.WriteLine(new string('x', 9999)); })")]
    [TestCase(
        "Do(() => { var raw = Console.OpenStandardOutput(); while (true) raw.Write(new byte[1000]); })"
    )]
    public async Task Run_ends_a_flood(string serve)
    {
        var verdicts = await Run(serve: serve);

        Assert.That(verdicts.Tests[2].Outcome, Is.EqualTo(Outcome.OutputLimit));
        Assert.That(verdicts.Tests[3].Outcome, Is.EqualTo(Outcome.Passed));
    }

    [Test]
    public async Task Run_ends_a_test_that_no_guard_watches_and_says_where_it_waits()
    {
        var verdicts = await Run(
            _hasty,
            taste: "Do(() => new ManualResetEventSlim().Wait()).ToString()"
        );

        var last = verdicts.Tests[^1];
        Assert.That(last.Outcome, Is.EqualTo(Outcome.TimeLimit));
        Assert.That(last.StackTrace, Does.Contain("Bowl.Taste"));
    }

    [Test]
    public async Task Run_repeats_while_all_pass()
    {
        var green = await _engine.Run(FixtureWorkbook.Slug, Bowls.With(), runs: 5);
        var red = await _engine.Run(FixtureWorkbook.Slug, Bowls.With(cook: "1"), runs: 5);

        Assert.That((green.Green, green.Runs), Is.EqualTo((true, 5)));
        Assert.That((red.Green, red.Runs), Is.EqualTo((false, 1)));
    }

    [Test]
    public async Task Run_ends_with_the_first_failure_where_that_is_all_one_wants_to_know()
    {
        var engine = new ChapterEngine(
            _workbook.Paths,
            new EngineOptions { StopsAtFirstFailure = true, SpareHosts = 0 }
        );
        await using (engine)
        {
            var verdicts = await Run(engine, cook: "1", serve: "0");

            Assert.That(Lines(verdicts), Is.EqualTo(new[] { "Cook_takes_its_minutes Failed" }));
        }
    }

    [Test]
    public async Task Run_gives_the_chapter_a_real_place_beside_the_tests()
    {
        var verdicts = await Run(
            taste: "Directory.GetFiles(Path.GetDirectoryName(typeof(Bowl).Assembly.Location)!).Any(file => file.EndsWith(\"Bowls.Tests.dll\")) ? \"salty\" : typeof(Bowl).Assembly.Location"
        );

        Assert.That(verdicts.Green, Is.True, verdicts.Tests[^1].Message);
    }

    [Test]
    public async Task Compile_completes_what_the_frameworks_generators_complete()
    {
        var sources = new ChapterSources([
            .. Bowls.With(taste: "Salt().ToString().Length > 0 ? \"salty\" : \"\"").Files,
            new SourceFile(
                "Salt.cs",
                "namespace Katas.Bowls; public static partial class Bowl { [System.Text.RegularExpressions.GeneratedRegex(\"salt\")] private static partial System.Text.RegularExpressions.Regex Salt(); }"
            ),
        ]);

        var compiled = await _engine.Compile(FixtureWorkbook.Slug, sources);

        Assert.That(compiled.Errors, Is.Empty);
    }

    [Test]
    public async Task Run_names_the_chapter_that_is_not_there()
    {
        var exception = await Assert.ThrowsAsync<ChapterNotFoundException>(() =>
            _engine.Run("99-nothing", _workbook.Solution)
        );

        Assert.That(exception!.Message, Does.Contain("99-nothing").And.Contains("01-bowls"));
    }

    [Test]
    [Platform(Include = "Unix", Reason = "sleep is a program of Unix")]
    public async Task Run_leaves_no_process_behind()
    {
        var note = Path.Combine(_workbook.Root, "pid");

        await Run(
            taste: $"Do(() => File.WriteAllText(@\"{note}\", $\"{{System.Diagnostics.Process.Start(\"sleep\", \"1000\").Id}}\")) == 0 ? \"salty\" : \"\""
        );

        var pid = int.Parse(await File.ReadAllTextAsync(note), CultureInfo.InvariantCulture);
        await ProcessProbe.Watch(pid).WaitUntilGone();
    }

    private Task<ChapterVerdicts> Run(
        string cook = "minutes",
        string serve = "bowls",
        string taste = "\"salty\""
    ) => Run(_engine, cook, serve, taste);

    private static Task<ChapterVerdicts> Run(
        ChapterEngine engine,
        string cook = "minutes",
        string serve = "bowls",
        string taste = "\"salty\""
    ) => engine.Run(FixtureWorkbook.Slug, Bowls.With(cook, serve, taste));

    private static string[] Lines(ChapterVerdicts verdicts) =>
        [.. verdicts.Tests.Select(verdict => $"{verdict.Test.Method} {verdict.Outcome}")];
}
