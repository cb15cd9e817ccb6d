using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Katas.Harness.Grading.Intake;

public class SourceReaderTests
{
    private const string Slug = TemporaryClass.Threads;

    [TestCase(Slug)]
    [TestCase($"hw/{Slug}")]
    [TestCase($"hw/exercises/{Slug}")]
    [TestCase("03_First Thread")]
    public void A_chapter_is_found_where_it_lies(string folder)
    {
        using var sample = new TemporaryClass().Write($"ann/{folder}/Threads.cs", "text");

        Assert.That(Texts(sample.Only()), Is.EqualTo(["Threads.cs: text"]));
    }

    [Test]
    public void Only_the_chapters_own_C_sharp_is_read()
    {
        using var sample = new TemporaryClass();
        foreach (
            var file in new[]
            {
                "._Threads.cs",
                "bin/A.cs",
                "obj/A.cs",
                "more/bin/A.cs",
                "__MACOSX/A.cs",
                ".editorconfig",
                ".globalconfig",
                "FirstThread.csproj",
                "Directory.Build.props",
                "notes.txt",
            }
        )
            sample.Write($"ann/{Slug}/{file}", "no");
        sample.Write($"ann/{Slug}/Threads.cs", "a").Write($"ann/{Slug}/more/B.cs", "b");

        Assert.That(Texts(sample.Only()), Is.EqualTo(["Threads.cs: a", "more/B.cs: b"]));
    }

    [Test]
    public void A_loose_file_is_known_by_its_name()
    {
        using var sample = new TemporaryClass()
            .Write("ann/Threads.cs", "a")
            .Write("ann/More.cs", "b");

        var work = sample.Only();

        Assert.That(Texts(work), Is.EqualTo(["More.cs: b", "Threads.cs: a"]));
        Assert.That(work.Notes, Has.Some.Contains("taken for 03-first-thread"));
    }

    [Test]
    public void A_link_out_of_the_submission_is_refused_by_name()
    {
        using var sample = new TemporaryClass()
            .Write("../secret.cs", "secret")
            .Write("bob/secret.cs", "secret")
            .Write($"ann/{Slug}/Own.cs", "own")
            .Link($"ann/{Slug}/Out.cs", "../../../secret.cs")
            .Link($"ann/{Slug}/Absolute.cs", "/etc/passwd")
            .Link($"ann/{Slug}/Device.cs", "/dev/zero")
            .Link($"ann/{Slug}/Other.cs", "../../bob/secret.cs")
            .Link($"ann/{Slug}/Nowhere.cs", "nothing")
            .Link($"ann/{Slug}/Loop.cs", "Loop.cs")
            .Link($"ann/{Slug}/Inside.cs", "Own.cs")
            .Link($"ann/{Slug}/folder", "/etc")
            .Link($"ann/{Slug}/Through.cs", "folder/passwd");

        using var intake = sample.Open();
        var work = intake.HandIns[0].Read();

        Assert.That(Texts(work), Is.EqualTo(["Inside.cs: own", "Own.cs: own"]));
        foreach (
            var name in new[]
            {
                "Out",
                "Absolute",
                "Device",
                "Other",
                "Nowhere",
                "Loop",
                "folder",
                "Through",
            }
        )
            Assert.That(work.Notes, Has.Some.Contains($"{Slug}/{name}"));
    }

    [Test]
    [Platform(Include = "Linux")]
    public void A_pipe_is_not_waited_for()
    {
        using var sample = new TemporaryClass().Write($"ann/{Slug}/Own.cs", "own");
        using var pipe = Process.Start(
            "mkfifo",
            [Path.Combine(sample.Submissions, "ann", Slug, "Pipe.cs")]
        );
        pipe.WaitForExit();

        Assert.That(Texts(sample.Only()), Has.Some.EqualTo("Own.cs: own"));
    }

    [TestCase("../evil.cs")]
    [TestCase($"{Slug}/../../evil.cs")]
    [TestCase("/etc/evil.cs")]
    [TestCase("C:/evil.cs")]
    [TestCase("C:evil.cs")]
    [TestCase($"{Slug}\\..\\..\\evil.cs")]
    [TestCase($"{Slug}/threads.cs")]
    [TestCase($"{Slug}/Threads.cs")]
    [TestCase($"{Slug}/e\u001b[2Jvil.cs")]
    public void A_path_in_a_zip_that_means_no_good_is_refused_by_name(string path)
    {
        using var sample = new TemporaryClass().Write(
            "ann.zip",
            TemporaryClass.Zip(($"{Slug}/Threads.cs", "a"), (path, "evil"))
        );

        var work = sample.Only();

        Assert.That(Texts(work), Is.EqualTo(["Threads.cs: a"]));
        Assert.That(
            work.Notes,
            Has.Some.Contains("is refused").And.Some.Contains(PlainText.Line(path))
        );
    }

    [Test]
    public void A_path_that_no_file_system_takes_is_refused()
    {
        var name = new string('가', 180);
        using var sample = new TemporaryClass().Write(
            "ann.zip",
            TemporaryClass.Zip(($"{Slug}/{name}.cs", "evil"), ($"{Slug}/Own.cs", "own"))
        );

        var work = sample.Only();

        Assert.That(Texts(work), Is.EqualTo(["Own.cs: own"]));
        Assert.That(work.Notes, Has.Some.Contains("is refused: its path has more than 200 bytes"));
    }

    [Test]
    public void In_the_zip_of_a_class_it_is_said_of_the_student()
    {
        using var sample = new TemporaryClass().Write(
            "all.zip",
            TemporaryClass.Zip(($"ann/{Slug}/Threads.cs", "a"), ("eve/../../evil.cs", "evil"))
        );

        using var intake = sample.Open(submissions: Path.Combine(sample.Submissions, "all.zip"));

        Assert.That(intake.HandIns.Select(one => one.Student), Is.EqualTo(["ann", "eve"]));
        Assert.That(intake.HandIns[0].Read().Notes, Is.Empty);
        Assert.That(intake.HandIns[1].Read().Notes, Has.Some.Contains("climbs out"));
    }

    [Test]
    public void A_link_in_a_zip_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry($"{Slug}/Link.cs");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = entry.Open();
            target.Write("/etc/passwd"u8);
        }
        using var sample = new TemporaryClass().Write("ann.zip", stream.ToArray());

        Assert.That(sample.Only().Notes, Has.Some.Contains("it is a link"));
    }

    [Test]
    public void A_bomb_costs_what_the_limits_say()
    {
        var big = new byte[3_000_000];
        var limits = new IntakeLimits
        {
            FileBytes = 1000,
            SourceBytes = 1500,
            ZipBytes = 100_000,
            Sources = 4,
        };
        using var sample = new TemporaryClass().Write(
            "ann.zip",
            TemporaryClass.Zip(
                ($"{Slug}/Big.cs", big),
                ($"{Slug}/C1.cs", new byte[800]),
                ($"{Slug}/C2.cs", new byte[800]),
                ($"{Slug}/C3.cs", new byte[100]),
                ($"{Slug}/C4.cs", new byte[100]),
                ("nested.zip", big)
            )
        );

        var work = sample.Only(limits);

        Assert.That(work.Chapters[Slug].Files.Select(file => file.Path), Is.EqualTo(["C1.cs"]));
        Assert.That(
            work.Notes,
            Has.Some.Contains("Big.cs' is left out: it holds more than 1,000 bytes")
        );
        Assert.That(
            work.Notes,
            Has.Some.Contains("C2.cs' is left out: with it, there are more than 1,500")
        );
        Assert.That(
            work.Notes,
            Has.Some.Contains("more than 4 C# files; 'ann.zip/03-first-thread/C4.cs'")
        );
        Assert.That(
            work.Notes,
            Has.Some.Contains("nested.zip' cannot be read: it holds more than")
        );
    }

    [Test]
    public void Depth_is_limited()
    {
        var zip = TemporaryClass.Zip(($"{Slug}/Threads.cs", "deep"));
        for (var i = 0; i < 5; i++)
            zip = TemporaryClass.Zip(($"{i}.zip", zip));
        using var sample = new TemporaryClass().Write("ann/deep.zip", zip);
        sample.Write(
            $"ann/{string.Join('/', Enumerable.Repeat("d", 9))}/{Slug}/Threads.cs",
            "deep"
        );

        var work = sample.Only(new IntakeLimits { FolderDepth = 5 });

        Assert.That(work.Chapters, Is.Empty);
        Assert.That(work.Notes, Has.Some.Contains("zips lie in each other too deep"));
        Assert.That(work.Notes, Has.Some.Contains("lies too deep"));
    }

    [Test]
    public void Number_is_limited()
    {
        using var sample = new TemporaryClass();
        for (var i = 0; i < 21; i++)
            sample.Write($"ann/many/{i}.txt", "");

        var work = sample.Only(new IntakeLimits { Entries = 20 });

        Assert.That(work.Notes, Has.Some.Contains("more than 20 files and folders"));
    }

    [Test]
    public void What_cannot_be_read_is_a_row_with_its_reason()
    {
        using var sample = new TemporaryClass()
            .Write("cut.zip", TemporaryClass.Zip(($"{Slug}/Threads.cs", "a"))[..60])
            .Write("empty.zip", [])
            .Write("other.7z", "7z")
            .Write("nothing/readme.txt", "");

        using var intake = sample.Open();
        var notes = intake.HandIns.ToDictionary(one => one.Student, one => one.Read().Notes);

        Assert.That(notes["cut"], Has.Some.Contains("'cut.zip' cannot be read"));
        Assert.That(notes["empty"], Has.Some.Contains("'empty.zip' cannot be read"));
        Assert.That(notes["other.7z"], Has.Some.Contains("ask for a zip"));
        Assert.That(notes["nothing"], Has.Some.Contains("No chapter was found"));
    }

    [Test]
    public void What_is_no_folder_and_no_zip_is_an_error()
    {
        using var sample = new TemporaryClass().Write("text.zip", "text");

        Assert.That(
            () => sample.Open(submissions: Path.Combine(sample.Submissions, "text.zip")),
            Throws.InstanceOf<IOException>().With.Message.Contains("is no zip")
        );
        Assert.That(
            () => sample.Open(submissions: "missing"),
            Throws.InstanceOf<IOException>().With.Message.Contains("There is no folder and no zip")
        );
    }

    public static IEnumerable<TestCaseData> Encodings()
    {
        const string Text = "// 국수\r\nclass A;\r";
        const string Read = "// 국수\nclass A;\n";
        var korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;
        yield return new(new UTF8Encoding(false).GetBytes(Text), Read, null);
        yield return new(Bytes(new UTF8Encoding(true), Text), Read, null);
        yield return new(Bytes(Encoding.Unicode, Text), Read, "is UTF-16");
        yield return new(Bytes(Encoding.BigEndianUnicode, Text), Read, "is UTF-16");
        yield return new(Encoding.Unicode.GetBytes(Text), Read, "is UTF-16 without a mark");
        yield return new(korean.GetBytes(Text), Read, "read as Windows-949");
        yield return new(
            new byte[] { (byte)'a', 0xFF, 0xFF, (byte)'b' },
            "a\uFFFD\uFFFDb",
            "replaced"
        );
    }

    [TestCaseSource(nameof(Encodings))]
    public void Text_is_read_as_it_was_written(byte[] bytes, string text, string? remark)
    {
        var read = SubmittedText.Decode(bytes);

        Assert.That(read.Text, Is.EqualTo(text));
        Assert.That(read.Remark, remark is null ? Is.Null : Does.Contain(remark));
    }

    private static byte[] Bytes(Encoding encoding, string text) =>
        [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    private static IEnumerable<string> Texts(SubmittedWork work) =>
        work.Chapters[Slug].Files.Select(file => $"{file.Path}: {file.Text}");
}
