using Katas.Harness.Engine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Coverage;

/// <summary>What is known of the lines of whole submissions, however they end.</summary>
[TestFixture]
public sealed class CoverageTests
{
    private const string Slug = "03-first-thread";
    private const string RunBoth = "var one = Launch(first);";

    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();
    private readonly ChapterEngine _engine = new(Paths, new EngineOptions { SpareHosts = 0 });
    private ChapterGrader _grader = null!;
    private string _folder = null!;

    private static string Solution { get; } =
        File.ReadAllText(Path.Combine(Paths.Solutions, Slug, "Threads.cs"));

    private static string Stub { get; } =
        File.ReadAllText(Path.Combine(Paths.Root, "exercises", Slug, "Threads.cs"));

    [OneTimeSetUp]
    public void Open()
    {
        _grader = new(Paths, _engine, new GraderOptions { HangBudget = TimeSpan.FromSeconds(10) });
        _folder = Directory.CreateTempSubdirectory("katas-coverage-").FullName;
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _grader.DisposeAsync();
        await _engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Every_line_of_the_solution_is_run()
    {
        var grade = await Grade(Solution);

        Assert.That(
            Summary(grade),
            Is.EqualTo([
                "Launch 3/3 (3/3)",
                "RunBoth 7/7 (7/7)",
                "ForEachThread 8/8 (8/8)",
                "RunAndReturn 12/12 (12/12)",
            ])
        );
        Assert.That(grade.Reference, Is.EqualTo(new CoveredLines(21, 21)));
    }

    [Test]
    public async Task A_stub_with_padding_has_what_a_stub_has()
    {
        const string Padding = """
            private static readonly int Three = Pad();

            private static int Pad()
            {
                var one = 1;
                var two = one + 1;
                return one + two;
            }

            """;
        string[] expected =
        [
            "Launch 1/1 (3/3)",
            "RunBoth 1/1 (7/7)",
            "ForEachThread 1/1 (8/8)",
            "RunAndReturn 1/1 (12/12)",
        ];

        Assert.That(Summary(await Grade(Stub)), Is.EqualTo(expected));
        Assert.That(
            Summary(await Grade(With(Stub, "public static class Threads\n{", Padding))),
            Is.EqualTo(expected)
        );
    }

    [Test]
    public async Task A_line_that_no_test_runs_is_named()
    {
        var grade = await Grade(
            With(
                Solution,
                RunBoth,
                "if (first is null)\nthrow new ArgumentException();\n",
                before: true
            )
        );

        var lines = grade.Coverage!.Single(kata => kata.Kata == "RunBoth").Lines;
        var missed = lines.Single(line => !line.IsCovered);
        Assert.That(
            (await File.ReadAllLinesAsync(Path.Combine(_folder, missed.File)))[missed.Line - 1],
            Does.StartWith("throw new ArgumentException")
        );
    }

    [Test]
    public async Task What_hangs_keeps_the_coverage_of_the_others_and_of_what_it_ran()
    {
        var grade = await Grade(
            With(
                Solution,
                RunBoth,
                "while (first is not null)\n    Thread.Yield();\n",
                before: true
            )
        );

        Assert.That(
            Summary(grade),
            Is.EqualTo([
                "Launch 3/3 (3/3)",
                "RunBoth 5/9 (7/7)",
                "ForEachThread 8/8 (8/8)",
                "RunAndReturn 12/12 (12/12)",
            ])
        );
    }

    [TestCase("if (overlap)\n    FirstBowl(overlap);\n", "FirstBowl 10/12 (9/10)")]
    [TestCase("FirstBowl(overlap);\n", null)]
    public async Task What_takes_its_process_with_it_keeps_what_ended_before(
        string recursion,
        string? expected
    )
    {
        const string Ramen = "01-ramen-shop";
        var folder = Path.Combine(_folder, $"{Guid.NewGuid()}");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Paths.Solutions, Ramen), "*.cs"))
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, Path.GetFileName(file)),
                (await File.ReadAllTextAsync(file)).Replace(
                    "var boil = ",
                    $"{recursion}var boil = ",
                    StringComparison.Ordinal
                )
            );
        }

        var grade = await _grader.Grade(Ramen, folder);

        var katas = Summary(grade).ToList();
        Assert.That(grade.Tests.Count(test => test.State == TestState.Failed), Is.Positive);
        Assert.That(
            katas.Find(kata => kata.StartsWith("FirstBowl", StringComparison.Ordinal)),
            Is.EqualTo(expected)
        );
        Assert.That(katas, Has.Count.EqualTo(expected is null ? 3 : 4));
    }

    [Test]
    public async Task What_does_not_run_has_no_data()
    {
        var broken = await Grade(Solution + "}");
        var refused = await Grade(
            With(
                Solution,
                RunBoth,
                "System.Reflection.Assembly.GetExecutingAssembly();\n",
                before: true
            )
        );

        Assert.That(broken.State, Is.EqualTo(ChapterState.DoesNotCompile));
        Assert.That(refused.State, Is.EqualTo(ChapterState.NotAllowed));
        Assert.That(
            (broken.Coverage, broken.Reference),
            Is.EqualTo(((object?)null, (object?)null))
        );
        Assert.That(
            (refused.Coverage, refused.Reference),
            Is.EqualTo(((object?)null, (object?)null))
        );
    }

    private async Task<ChapterGrade> Grade(string threads)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Threads.cs"), threads);
        return await _grader.Grade(Slug, _folder);
    }

    private static string With(string text, string place, string code, bool before = false)
    {
        Assert.That(text, Does.Contain(place));
        return text.Replace(place, before ? code + place : place + code, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Summary(ChapterGrade grade) =>
        (grade.Coverage ?? []).Select(kata =>
            $"{kata.Kata} {kata.Covered}/{kata.Lines.Count} ({kata.Reference?.Covered}/{kata.Reference?.Lines})"
        );
}
