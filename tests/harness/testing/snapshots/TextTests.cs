using System.Runtime.CompilerServices;

namespace Katas.Harness.Testing.Snapshots;

public class TextTests
{
    private SnapshotFolder _folder = null!;

    [SetUp]
    public void Make_a_folder()
    {
        _folder = new SnapshotFolder();
        _folder.Settings.UseFileName(TestContext.CurrentContext.Test.Name);
    }

    [TearDown]
    public void Remove_the_folder() => _folder.Dispose();

    [Test]
    public async Task Files_are_utf8_with_a_mark_and_nothing_is_added_at_the_end()
    {
        await Receive("라면");

        Assert.That(
            _folder.Bytes(Name("received")),
            Is.EqualTo((byte[])[0xEF, 0xBB, 0xBF, .. "라면"u8])
        );
    }

    [Test]
    public async Task Lines_end_with_a_line_feed()
    {
        await Receive("a\r\nb\rc\n");

        Assert.That(_folder.Text(Name("received")), Is.EqualTo("a\nb\nc\n"));
    }

    [Test]
    public async Task The_empty_text_and_no_text_are_written_out()
    {
        await Receive("");
        var empty = _folder.Text(Name("received"));
        _folder.Settings.UseFileName("none");
        await Receive(null);

        Assert.That(empty, Is.EqualTo("emptyString"));
        Assert.That(_folder.Text("none.received.txt"), Is.EqualTo("null"));
    }

    [Test]
    public async Task A_line_feed_at_the_end_is_content()
    {
        _folder.Accept(Name("verified"), "bowl\n");

        await Receive("bowl");

        Assert.That(_folder.Files, Does.Contain(Name("received")));
    }

    [Test]
    public async Task A_file_without_a_mark_is_read()
    {
        _folder.Accept(Name("verified"), "라면", bom: false);

        await Verify("라면", _folder.Settings);

        Assert.That(_folder.Files, Is.EqualTo(new[] { Name("verified") }));
    }

    [Test]
    public async Task A_carriage_return_in_an_accepted_file_is_an_error()
    {
        _folder.Accept(Name("verified"), "a\r\nb");

        var seen = await Receive("a\nb");

        Assert.That(seen.Message, Does.Contain("carriage return"));
        Assert.That(seen.Message, Does.Contain(".gitattributes"));
    }

    [Test]
    public async Task The_scrubber_that_was_added_last_runs_first()
    {
        _folder.Settings.AddScrubber(text => text.Replace("two", "three"));
        _folder.Settings.AddScrubber(text => text.Replace("one", "two"));

        await Receive("one bowl");

        Assert.That(_folder.Text(Name("received")), Is.EqualTo("three bowl"));
    }

    [Test]
    public async Task Folders_of_the_machine_get_a_name()
    {
        var project = Path.GetDirectoryName(Path.GetDirectoryName(SourceFile()))!;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        await Receive(
            $"{Path.GetTempPath()}a {project}/b {Path.Combine(project, "..", "..")} {Path.Combine(AppContext.BaseDirectory, "d")} ({home}) x{home}"
        );

        Assert.That(
            _folder.Text(Name("received")),
            Is.EqualTo(
                $"{{TempPath}}a {{ProjectDirectory}}b {{ProjectDirectory}}..{Path.DirectorySeparatorChar}.. {{CurrentDirectory}}d ({{UserProfile}}) x{home}"
            )
        );
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;

    private static string Name(string kind) => $"{TestContext.CurrentContext.Test.Name}.{kind}.txt";

    private async Task<Exception> Receive(string? text) =>
        (await Assert.CatchAsync(async () => await Verify(text, _folder.Settings)))!;
}
