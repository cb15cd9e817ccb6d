using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Cluster;

public class ClusterGradeWorkerTests
{
    private const string Workbook = "0123456789abcdef";

    /// <summary>As base64, in a message of 16 MiB.</summary>
    private const int Largest = 16 * 1024 * 1024 / 4 * 3 - 2;

    [TestCase("../elsewhere.cs")]
    [TestCase("below/../../elsewhere.cs")]
    [TestCase("/elsewhere.cs")]
    public void No_job_writes_outside_of_its_folder(string path)
    {
        var grader = new SampleGrader();

        var grade = Answer(grader, new SubmittedFile(path, "pass")).Grade!;

        Assert.That(grade.State, Is.EqualTo(ChapterState.NotJudged));
        Assert.That(grade.Notes.Single(), Does.Contain("outside of its folder"));
        Assert.That(grader.Graded, Is.Empty);
    }

    [Test]
    public void Whatever_a_grader_throws_the_worker_answers()
    {
        var grade = Answer(new SampleGrader(), new SubmittedFile("Threads.cs", "throw")).Grade!;

        Assert.That(grade.State, Is.EqualTo(ChapterState.NotJudged));
        Assert.That(
            grade.Notes.Single(),
            Does.Match("^worker [0-9]+ on .* could not judge it: .*no broker")
        );
    }

    [Test]
    public void An_answer_says_what_isolated_the_submission()
    {
        var grader = new SampleGrader { Isolation = "Isolation was off." };

        var answer = Answer(grader, new SubmittedFile("Threads.cs", "pass"));

        Assert.That(answer.Grade!.Isolation, Is.EqualTo("Isolation was off."));
    }

    [TestCase(' ', '~', TestName = "The_largest_submission_fits_into_a_message(ASCII)")]
    [TestCase(
        '\u0001',
        '\u001f',
        TestName = "The_largest_submission_fits_into_a_message(control characters)"
    )]
    [TestCase('\uac00', '\ud7a3', TestName = "The_largest_submission_fits_into_a_message(Korean)")]
    public void The_largest_submission_fits_into_a_message(char first, char last)
    {
        var limits = new IntakeLimits();
        var random = new Random(1);
        var width = System.Text.Encoding.UTF8.GetByteCount([last]);
        var characters = (int)(limits.SourceBytes / width);
        var text = string.Create(
            characters,
            random,
            (span, numbers) =>
            {
                foreach (ref var character in span)
                    character = (char)numbers.Next(first, last + 1);
            }
        );

        var packed = PackedJson.Pack(
            new ChapterJob(Workbook, "03-first-thread", false, [new("Threads.cs", text)])
        );

        Assert.That(packed, Has.Length.AtMost(Largest));
        Assert.That(PackedJson.Unpack<ChapterJob>(packed).Files[0].Text, Is.EqualTo(text));
    }

    private static ChapterAnswer Answer(SampleGrader grader, SubmittedFile file)
    {
        var folder = Directory.CreateTempSubdirectory("katas-worker-").FullName;
        try
        {
            var worker = new ClusterGradeWorker(Workbook, _ => grader, folder, _ => { });
            var job = new ChapterJob(Workbook, TemporaryClass.Threads, false, [file]);
            var answer = worker.Answer(PackedJson.Pack(job), CancellationToken.None);
            Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.Empty);
            return PackedJson.Unpack<ChapterAnswer>(answer);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
