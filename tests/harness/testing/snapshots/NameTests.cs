namespace Katas.Harness.Testing.Snapshots;

public class NameTests
{
    [TestCase(2, "a b:c/d", null, 1.5)]
    public async Task Parameters(int num, string text, string? none, double half)
    {
        using var folder = new SnapshotFolder();

        await Assert.CatchAsync(async () => await Verify("x", folder.Settings));

        Assert.That(
            folder.Files,
            Is.EqualTo(
                new[]
                {
                    $"NameTests.Parameters_num={num}_text=a b-c-d_none=null_half=1.5.received.txt",
                }
            ),
            $"{text} {none} {half}"
        );
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Text_for_parameters(int number)
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseTextForParameters($"case {number}");

        await Assert.CatchAsync(async () => await Verify("x", folder.Settings));

        Assert.That(
            folder.Files,
            Is.EqualTo(new[] { $"NameTests.Text_for_parameters_case {number}.received.txt" })
        );
    }

    [TestCase(1)]
    public async Task File_name(int number)
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseFileName("menu");

        await Assert.CatchAsync(async () => await Verify("x", folder.Settings));

        Assert.That(folder.Files, Is.EqualTo(new[] { "menu.received.txt" }), $"case {number}");
    }

    [Test]
    public async Task Extension()
    {
        using var folder = new SnapshotFolder();

        await Assert.CatchAsync(async () => await Verify("# Menu", "md", folder.Settings));

        Assert.That(folder.Files, Is.EqualTo(new[] { "NameTests.Extension.received.md" }));
    }

    [Test]
    public async Task A_second_use_of_a_name_is_refused()
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseFileName("twice");
        folder.Accept("twice.verified.txt", "x");
        await Verify("x", folder.Settings);

        var seen = await Assert.CatchAsync(async () => await Verify("x", folder.Settings));

        Assert.That(seen.Message, Does.StartWith("The prefix has already been used: "));
    }

    public class Inner
    {
        [Test]
        public async Task Nested()
        {
            using var folder = new SnapshotFolder();

            await Assert.CatchAsync(async () => await Verify("x", folder.Settings));

            Assert.That(folder.Files, Is.EqualTo(new[] { "NameTests.Inner.Nested.received.txt" }));
        }
    }
}
