namespace Katas.Harness.Testing.Snapshots;

public class OutcomeTests
{
    [Test]
    public async Task The_first_run_fails_and_accepts_nothing()
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseFileName("first");

        var seen = await Assert.CatchAsync(async () => await Verify("a bowl", folder.Settings));

        Assert.That(folder.Files, Is.EqualTo(new[] { "first.received.txt" }));
        Assert.That(
            seen.Message.TrimEnd(),
            Is.EqualTo(
                $"""
                Directory: {folder.Path}
                New:
                  - Received: first.received.txt
                    Verified: first.verified.txt

                FileContent:

                New:

                Received: first.received.txt
                a bowl
                """
            )
        );
    }

    [Test]
    public async Task Another_text_fails_and_shows_both()
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseFileName("other");
        folder.Accept("other.verified.txt", "a bowl");

        var seen = await Assert.CatchAsync(async () => await Verify("a plate", folder.Settings));

        Assert.That(folder.Files, Is.EqualTo(new[] { "other.received.txt", "other.verified.txt" }));
        Assert.That(
            seen.Message.TrimEnd(),
            Is.EqualTo(
                $"""
                Directory: {folder.Path}
                NotEqual:
                  - Received: other.received.txt
                    Verified: other.verified.txt

                FileContent:

                NotEqual:

                Received: other.received.txt
                a plate
                Verified: other.verified.txt
                a bowl
                """
            )
        );
    }

    [Test]
    public async Task A_match_passes_and_removes_what_an_earlier_run_received()
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseFileName("same");
        folder.Accept("same.verified.txt", "a bowl");
        folder.Accept("same.received.txt", "a plate");

        await Verify("a bowl", folder.Settings);

        Assert.That(folder.Files, Is.EqualTo(new[] { "same.verified.txt" }));
    }

    [Test]
    public async Task An_empty_accepted_file_counts_as_none()
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseFileName("empty");
        folder.Accept("empty.verified.txt", "", bom: false);

        var seen = await Assert.CatchAsync(async () => await Verify("a bowl", folder.Settings));

        Assert.That(seen.Message, Does.Contain("\nNew:\n"));
        Assert.That(folder.Files, Is.EqualTo(new[] { "empty.received.txt" }));
    }

    [Test]
    public async Task Automatic_acceptance_writes_the_accepted_file()
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseFileName("accepted");
        folder.Settings.AutoVerify();

        await Verify("a bowl", folder.Settings);

        Assert.That(folder.Files, Is.EqualTo(new[] { "accepted.verified.txt" }));
        Assert.That(folder.Text("accepted.verified.txt"), Is.EqualTo("a bowl"));
    }
}
