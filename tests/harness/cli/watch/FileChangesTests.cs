using System.Threading.Channels;

namespace Katas.Harness.Cli.Watch;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FileChangesTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("changes ").FullName;
    private readonly Channel<WatchEvent> _events = Channel.CreateUnbounded<WatchEvent>();

    private string Answer => Path.Combine(_folder, "Bowls.cs");

    [SetUp]
    public void WriteAnAnswer() => File.WriteAllText(Answer, "one");

    [Test]
    public async Task A_file_that_is_written_in_place_is_reported()
    {
        using var changes = new FileChanges(_folder, _events.Writer);

        File.WriteAllText(Answer, "two");

        await Reported();
    }

    [Test]
    public async Task A_file_that_is_exchanged_by_renaming_is_reported()
    {
        using var changes = new FileChanges(_folder, _events.Writer);

        File.WriteAllText(Answer + "~", "two");
        await Reported();
        File.Move(Answer + "~", Answer, overwrite: true);

        await Reported();
    }

    [Test]
    public async Task A_folder_that_comes_later_is_reported()
    {
        Directory.Delete(_folder, recursive: true);
        using var changes = new FileChanges(_folder, _events.Writer);

        Directory.CreateDirectory(_folder);
        File.WriteAllText(Answer, "two");

        await Reported();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task Reported() =>
        Assert.That(
            await _events.Reader.ReadAsync().AsTask().WaitAsync(Limit),
            Is.TypeOf<WatchEvent.FilesTouched>()
        );
}
