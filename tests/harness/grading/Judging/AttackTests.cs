using Katas.Harness.Engine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Judging;

/// <summary>What hostile submissions get, and what they leave behind: nothing.</summary>
[TestFixture]
public sealed class AttackTests
{
    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();
    private static readonly ChapterEngine Engine = new(Paths, new EngineOptions { SpareHosts = 0 });

    /// <summary>Limits so low that an attack on them costs little.</summary>
    private static readonly ChapterGrader Grader = new(
        Paths,
        Engine,
        new GraderOptions
        {
            CompileLimit = TimeSpan.FromSeconds(6),
            HangBudget = TimeSpan.FromSeconds(1),
            MemoryLimit = 200_000_000,
            ThreadLimit = 150,
            OutputLimit = 1_000_000,
        }
    );

    private static IEnumerable<Attack> Attacks { get; } = Attack.All(Paths);

    [OneTimeTearDown]
    public async Task Close()
    {
        await Grader.DisposeAsync();
        await Engine.DisposeAsync();
    }

    [TestCaseSource(nameof(Attacks))]
    public async Task It_gets_the_verdict_of_its_header(object attack)
    {
        var (grade, expected) = await Grade((Attack)attack);

        Assert.That(Summary(grade), Does.StartWith(expected[0]));
        foreach (var detail in expected.Skip(1))
            Assert.That(Summary(grade), Does.Contain(detail));
        Assert.That(
            grade.Tests.Where(test => test.State == TestState.Passed).Select(test => test.Test),
            Is.Empty
        );
        Assert.That(grade.Tests, Has.Count.GreaterThan(20), "Every test has a verdict.");
        Assert.That(grade.Tests.SelectMany(Lines), Has.None.Matches<string?>(IsDangerous));
        Assert.That(File.Exists(((Attack)attack).Never), Is.False, "It has left a file.");
    }

    [Test]
    public void There_are_attacks_of_every_kind()
    {
        Assert.That(Attacks.Count(), Is.GreaterThanOrEqualTo(45));
    }

    // By the limits of a class: on a busy machine, the first test in a process takes longer than an attack may.
    [Test]
    public async Task The_solution_passes_after_all_that()
    {
        await using var grader = new ChapterGrader(Paths, Engine, new GraderOptions());
        var grade = await grader.Grade(
            "03-first-thread",
            Path.Combine(Paths.Solutions, "03-first-thread")
        );

        Assert.That(grade.State, Is.EqualTo(ChapterState.Graded));
        Assert.That(grade.Tests.Select(test => test.State), Has.All.EqualTo(TestState.Passed));
    }

    private static async Task<(ChapterGrade Grade, IReadOnlyList<string> Expected)> Grade(
        Attack attack
    )
    {
        var folder = Directory.CreateTempSubdirectory("attack-").FullName;
        try
        {
            attack.Write(Paths, folder);
            return (await Grader.Grade(attack.Slug, folder), attack.Expected);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Summary(ChapterGrade grade) =>
        grade.State == ChapterState.Graded
            ? "Red"
            : $"{grade.State}: {string.Join("; ", grade.Violations)} {string.Join("; ", grade.Errors)} {string.Join("; ", grade.Notes)}";

    private static IEnumerable<string> Lines(TestGrade test) => (test.Message ?? "").Split('\n');

    private static bool IsDangerous(string? line) =>
        line!.StartsWith("::", StringComparison.Ordinal)
        || line.StartsWith("##", StringComparison.Ordinal)
        || line.Length > 30_000
        || line.Any(letter => char.IsControl(letter) && letter != '\t');
}
