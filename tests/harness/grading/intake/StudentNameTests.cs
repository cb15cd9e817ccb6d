using System.Text;

namespace Katas.Harness.Grading.Intake;

public class StudentNameTests
{
    private static readonly byte[] s_zip = TemporaryClass.Zip(
        ($"{TemporaryClass.Threads}/Threads.cs", "class A;")
    );

    [TestCase("김민준_12345_assignsubmission_file_", "김민준")]
    [TestCase("O'Brien, Ann_7_assignsubmission_file_", "O'Brien, Ann")]
    [TestCase("=1+1", "=1+1")]
    [TestCase("Ann \"the ant\" Lee", "Ann \"the ant\" Lee")]
    [TestCase("submission_17", "submission_17")]
    // As macOS writes it.
    [TestCase("\u1100\u1175\u11B7", "김")]
    public void A_folder_names_its_student(string folder, string student)
    {
        using var sample = new TemporaryClass().Write(
            $"{folder}/{TemporaryClass.Threads}/Threads.cs",
            ""
        );

        using var intake = sample.Open();

        Assert.That(intake.HandIns.Single().Student, Is.EqualTo(student));
        Assert.That(
            intake.HandIns.Single().Read().Chapters.Keys,
            Is.EqualTo([TemporaryClass.Threads])
        );
    }

    [TestCase("ann.zip", "ann", false)]
    [TestCase("kimminjun_123_456_hw.zip", "kimminjun", false)]
    [TestCase("kimminjun_LATE_123_456_my hw_2.zip", "kimminjun", true)]
    [TestCase("Kim Min_9_assignsubmission_file_hw.zip", "Kim Min", false)]
    // What comes after the platform's part is the student's own choice.
    [TestCase("Ann_9_assignsubmission_file_Bob_7_assignsubmission_file_a.zip", "Ann", false)]
    [TestCase("ann_123_456_x_7_assignsubmission_file_a.zip", "ann", false)]
    public void A_zip_names_its_student(string zip, string student, bool isLate)
    {
        using var sample = new TemporaryClass().Write(zip, s_zip);

        using var intake = sample.Open();

        Assert.That(
            intake.HandIns.Single().Name,
            Is.EqualTo(intake.HandIns.Single().Name with { Student = student, IsLate = isLate })
        );
        Assert.That(
            intake.HandIns.Single().Read().Chapters.Keys,
            Is.EqualTo([TemporaryClass.Threads])
        );
    }

    [Test]
    public void Namesakes_are_told_apart_by_their_numbers()
    {
        using var sample = new TemporaryClass()
            .Write("Kim_1_assignsubmission_file_/a.zip", s_zip)
            .Write("Kim_2_assignsubmission_file_/a.zip", s_zip);

        using var intake = sample.Open();

        Assert.That(intake.HandIns.Select(one => one.Student), Is.EqualTo(["Kim (1)", "Kim (2)"]));
    }

    [Test]
    public void Nobody_gets_the_name_by_which_a_namesake_is_told_apart()
    {
        using var sample = new TemporaryClass()
            .Write("Kim_1_assignsubmission_file_/a.zip", s_zip)
            .Write("Kim_2_assignsubmission_file_/a.zip", s_zip)
            .Write("Kim (1)_3_assignsubmission_file_/a.zip", s_zip);

        using var intake = sample.Open();

        Assert.That(intake.HandIns.Select(one => one.Student), Is.Unique);
    }

    [Test]
    public void Gradescope_tells_students_and_times_in_a_file_beside_them()
    {
        const string Metadata = """
            ---
            submission_11:
              :submitters:
              - :name: 'Lee, J''s'
                :sid: '2026'
                :email: lee@example.org
              - :name: "\uBC15"
                :sid: '2027'
                :email: park@example.org
              :created_at: 2026-05-04 10:11:12.000000000 Z
              :score: 0.0
              :history:
              - :id: 10
                :created_at: 2026-05-01 00:00:00.000000000 Z
                :submitters:
                - :name: Somebody else
            """;
        using var sample = new TemporaryClass()
            .Write("assignment_5_export/submission_metadata.yml", Metadata)
            .Write($"assignment_5_export/submission_11/{TemporaryClass.Threads}/Threads.cs", "");

        using var intake = sample.Open();

        Assert.That(intake.HandIns.Select(one => one.Student), Is.EqualTo(["Lee, J's", "박"]));
        Assert.That(intake.HandIns[0].Name.Email, Is.EqualTo("lee@example.org"));
        Assert.That(
            intake.HandIns[0].Name.HandedIn,
            Is.EqualTo(new DateTimeOffset(2026, 5, 4, 10, 11, 12, TimeSpan.Zero))
        );
    }

    [Test]
    public void Repositories_of_a_classroom_are_named_after_the_assignment()
    {
        using var sample = new TemporaryClass();
        foreach (var student in new[] { "ann-lee", "ann-kim" })
        {
            sample
                .Write($"katas-{student}/Katas.sln", "")
                .Write($"katas-{student}/.git/HEAD", "")
                .Write($"katas-{student}/exercises/{TemporaryClass.Threads}/Threads.cs", student)
                .Write(
                    $"katas-{student}/solutions/{TemporaryClass.Threads}/Threads.cs",
                    "reference"
                )
                .Write(
                    $"katas-{student}/solutions/{TemporaryClass.Orders}/OrderBook.cs",
                    "reference"
                );
        }
        sample.Write("katas-bob/Katas.sln", "");

        using var intake = sample.Open();

        Assert.That(
            intake.HandIns.Select(one => one.Student),
            Is.EqualTo(["ann-kim", "ann-lee", "bob"])
        );
        var work = intake.HandIns[0].Read();
        Assert.That(work.Chapters.Keys, Is.EqualTo([TemporaryClass.Threads]));
        Assert.That(
            work.Chapters[TemporaryClass.Threads].Files.Single().Text,
            Is.EqualTo("ann-kim")
        );
    }

    [Test]
    public void Hyphens_of_people_are_no_assignment()
    {
        using var sample = new TemporaryClass()
            .Write($"kim-jiwoo/{TemporaryClass.Threads}/Threads.cs", "")
            .Write($"kim-minjun/{TemporaryClass.Threads}/Threads.cs", "");

        using var intake = sample.Open();

        Assert.That(
            intake.HandIns.Select(one => one.Student),
            Is.EqualTo(["kim-jiwoo", "kim-minjun"])
        );
    }

    [Test]
    public void A_class_may_be_one_zip_of_zips_with_a_folder_around_it()
    {
        using var sample = new TemporaryClass().Write(
            "all.zip",
            TemporaryClass.Zip(
                ("export/ann.zip", s_zip),
                ("export/bob.zip", s_zip),
                ("export/__MACOSX/._bob.zip", s_zip)
            )
        );

        using var intake = sample.Open(submissions: Path.Combine(sample.Submissions, "all.zip"));

        Assert.That(intake.HandIns.Select(one => one.Student), Is.EqualTo(["ann", "bob"]));
        Assert.That(intake.HandIns[1].Read().Chapters, Has.Count.EqualTo(1));
    }

    [Test]
    public void Names_in_a_zip_of_Korean_Windows_are_read()
    {
        var korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;
        using var sample = new TemporaryClass().Write(
            "all.zip",
            TemporaryClass.ZipWith(
                korean,
                ("김민준/03-first-thread/Threads.cs", []),
                ("박서연/03-first-thread/Threads.cs", [])
            )
        );

        using var intake = sample.Open(submissions: Path.Combine(sample.Submissions, "all.zip"));

        Assert.That(intake.HandIns.Select(one => one.Student), Is.EqualTo(["김민준", "박서연"]));
    }

    [Test]
    public void A_folder_that_holds_the_chapters_is_one_student()
    {
        using var sample = new TemporaryClass()
            .Write($"{TemporaryClass.Threads}/Threads.cs", "")
            .Write($"{TemporaryClass.Orders}/OrderBook.cs", "");

        using var intake = sample.Open();

        Assert.That(intake.HandIns.Single().Student, Is.EqualTo("submissions"));
        Assert.That(intake.HandIns.Single().Read().Chapters, Has.Count.EqualTo(2));
    }

    [Test]
    public void Of_several_hand_ins_of_a_student_the_last_counts()
    {
        using var sample = new TemporaryClass()
            .Write($"ann/{TemporaryClass.Threads}/Threads.cs", "old")
            .Write("ann.zip", TemporaryClass.Zip(($"{TemporaryClass.Threads}/Threads.cs", "new")));
        Directory.SetLastWriteTimeUtc(Path.Combine(sample.Submissions, "ann"), DateTime.UnixEpoch);

        var work = sample.Only();

        Assert.That(work.Chapters[TemporaryClass.Threads].Files.Single().Text, Is.EqualTo("new"));
        Assert.That(
            work.Notes,
            Is.EqualTo(["'ann' was handed in before 'ann.zip', which counts."])
        );
    }

    [Test]
    public void The_files_of_a_student_in_Canvas_belong_together()
    {
        using var sample = new TemporaryClass()
            .Write(
                "ann_1_30_a.zip",
                TemporaryClass.Zip(($"{TemporaryClass.Threads}/Threads.cs", "new"))
            )
            .Write(
                "ann_1_29_b.zip",
                TemporaryClass.Zip(($"{TemporaryClass.Threads}/Threads.cs", "old"))
            )
            .Write("ann_1_28_OrderBook.cs", "orders");

        var work = sample.Only();

        Assert.That(work.Chapters[TemporaryClass.Threads].Files.Single().Text, Is.EqualTo("new"));
        Assert.That(work.Chapters[TemporaryClass.Orders].Files.Single().Text, Is.EqualTo("orders"));
        Assert.That(work.Notes, Has.Some.StartsWith("03-first-thread was handed in 2 times"));
    }
}
