using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Book;

public class GradingSessionTests
{
    private const string Slug = TemporaryClass.Threads;

    [Test]
    public void What_has_not_changed_is_not_graded_again()
    {
        using var sample = new TemporaryClass()
            .Write($"ann/{Slug}/Threads.cs", "pass")
            .Write($"bob/{Slug}/Threads.cs", "fail");
        var grader = new SampleGrader();
        var session = new SampleSession(sample, grader);
        session.Grade();
        var points = session.Book().Students.Select(one => one.Score).ToList();
        grader.Graded.Clear();

        session.Config = new() { Chapters = Worth(10) };
        session.Grade();
        Assert.That(grader.Graded, Is.Empty);
        Assert.That(points, Is.EqualTo([1, 0]));
        Assert.That(session.Book().Students.Select(one => one.Score), Is.EqualTo([10, 0]));

        sample.Write($"bob/{Slug}/Threads.cs", "pass");
        session.Grade();
        Assert.That(grader.Graded, Is.EqualTo([$"{Slug}: pass"]));

        sample.Write("../tests/Some.cs", "// the workbook has changed");
        session.Grade();
        Assert.That(grader.Graded, Has.Count.EqualTo(3));

        grader.Isolation = "another";
        session.Grade();
        Assert.That(grader.Graded, Has.Count.EqualTo(5));
    }

    [Test]
    public void A_run_that_was_stopped_goes_on_where_it_was()
    {
        using var sample = new TemporaryClass()
            .Write($"ann/{Slug}/Threads.cs", "pass")
            .Write($"bob/{Slug}/Threads.cs", "fail");
        var grader = new SampleGrader();
        var session = new SampleSession(sample, grader) { Config = new() { Chapters = Worth(1) } };
        grader.Before = text =>
        {
            if (text == "fail")
                throw new OperationCanceledException();
        };
        Assert.That(() => session.Grade(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(session.Book(), Is.Null);
        // As a killed process leaves it.
        sample.Write("../out/.work/bob/Threads.cs", "left");

        grader.Before = _ => { };
        session.Grade();

        Assert.That(grader.Graded, Is.EqualTo([$"{Slug}: pass", $"{Slug}: fail"]));
        Assert.That(Directory.Exists(Path.Combine(session.Output, ".work")), Is.False);
    }

    [Test]
    public void A_chapter_that_cannot_be_judged_is_tried_again()
    {
        using var sample = new TemporaryClass()
            .Write($"ann/{Slug}/Threads.cs", "throw")
            .Write($"bob/{Slug}/Threads.cs", "pass");
        var grader = new SampleGrader();
        var session = new SampleSession(sample, grader);

        Assert.That(session.Grade(), Is.False);
        Assert.That(session.Book().Students[0].Flags, Is.EqualTo(["not judged: 03"]));
        Assert.That(
            session.Book().Students[0].Chapters[0].Grade.Notes,
            Has.Some.Contains("no broker")
        );
        session.Grade();

        Assert.That(
            grader.Graded.Count(one => one.EndsWith("throw", StringComparison.Ordinal)),
            Is.EqualTo(2)
        );
        Assert.That(
            grader.Graded.Count(one => one.EndsWith("pass", StringComparison.Ordinal)),
            Is.EqualTo(1)
        );
    }

    [Test]
    public void A_rule_for_what_is_not_allowed_grades_that_again_and_nothing_else()
    {
        using var sample = new TemporaryClass()
            .Write($"ann/{Slug}/Threads.cs", "pass\ncheat")
            .Write($"bob/{Slug}/Threads.cs", "pass");
        var grader = new SampleGrader();
        var session = new SampleSession(sample, grader);
        session.Grade();
        Assert.That(session.Book().Students[0].Score, Is.Zero);
        grader.Graded.Clear();

        session.Config = new() { Violations = ViolationRule.Flag };
        session.Grade();

        Assert.That(grader.Graded, Is.EqualTo([$"{Slug}: pass\ncheat"]));
        Assert.That(session.Book().Students[0].Score, Is.EqualTo(0.5));
        Assert.That(session.Book().Students[0].Flags, Is.EqualTo(["not allowed: 03"]));
    }

    [Test]
    public void No_path_of_the_machine_is_in_the_book()
    {
        using var sample = new TemporaryClass().Write($"ann/{Slug}/Threads.cs", "fail");
        var session = new SampleSession(sample, new());

        session.Grade();

        Assert.That(session.Text("result.json"), Does.Contain("at Threads.cs:line 3"));
        Assert.That(session.Text("result.json"), Does.Not.Contain(".work"));
    }

    [Test]
    public void A_broken_submission_has_a_row_and_the_last_page_of_one_who_left_is_gone()
    {
        using var sample = new TemporaryClass()
            .Write("eve.zip", "no zip")
            .Write($"old/{Slug}/Threads.cs", "pass");
        var session = new SampleSession(sample, new());
        session.Grade();
        Directory.Delete(Path.Combine(sample.Submissions, "old"), recursive: true);

        Assert.That(session.Grade(), Is.False);

        var row = session.Book().Students.Single();
        Assert.That(row.Flags, Is.EqualTo(["nothing to grade", "see notes"]));
        Assert.That(row.Notes, Has.Some.Contains("'eve.zip' cannot be read"));
        Assert.That(
            Directory
                .EnumerateFiles(Path.Combine(session.Output, "students"))
                .Select(Path.GetFileName),
            Is.EqualTo([$"{row.Key}.html"])
        );
    }

    [Test]
    public void Only_one_grades_into_a_folder()
    {
        using var sample = new TemporaryClass().Write($"ann/{Slug}/Threads.cs", "pass");
        var grader = new SampleGrader();
        var session = new SampleSession(sample, grader);
        var other = new SampleSession(sample, new());
        string? message = null;
        grader.Before = _ => message = Assert.Throws<IOException>(() => other.Grade()).Message;

        session.Grade();

        Assert.That(message, Does.Contain("is in use"));
    }

    [Test]
    public void A_comparison_tells_who_changed_and_by_what()
    {
        using var sample = new TemporaryClass()
            .Write($"ann/{Slug}/Threads.cs", "pass\nfail")
            .Write($"bob/{Slug}/Threads.cs", "pass")
            .Write($"dan/{Slug}/Threads.cs", "pass");
        var session = new SampleSession(sample, new());
        session.Grade();
        var before = session.Book();
        sample
            .Write($"ann/{Slug}/Threads.cs", "pass\npass")
            .Write($"new/{Slug}/Threads.cs", "pass");
        Directory.Delete(Path.Combine(sample.Submissions, "dan"), recursive: true);
        session.Grade();

        var lines = GradeComparison.Lines(before, session.Book());

        Assert.That(
            lines,
            Is.EqualTo([
                "ann: 0.5, now 1 (+0.5)",
                "  03-first-thread: 0.5, now 1 (+0.5)",
                "  03-first-thread: Test_1: Failed, now Passed",
                "new: new, 1 points",
                "dan: no longer there, had 1 points",
                "3 of 4 students differ.",
            ])
        );
    }

    private static Dictionary<string, ChapterRule> Worth(double points) =>
        new(StringComparer.Ordinal)
        {
            [Slug] = new(points, null, new Dictionary<string, double>()),
            [TemporaryClass.Orders] = new(0, null, new Dictionary<string, double>()),
        };
}
