using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Watch;

public class EditorCommandTests
{
    private static readonly SourcePlace Place = new("/w/Bowls.cs", 7);

    [TestCase("vim", "vim +7 /w/Bowls.cs")]
    [TestCase("/usr/bin/nano", "/usr/bin/nano +7 /w/Bowls.cs")]
    [TestCase("code --wait", "code --wait --goto /w/Bowls.cs:7")]
    [TestCase("hx", "hx /w/Bowls.cs:7")]
    [TestCase("my-editor -x", "my-editor -x /w/Bowls.cs")]
    public void The_editor_is_given_the_line_in_its_own_way(string editor, string command) =>
        Assert.That(
            Command(name => name == "EDITOR" ? editor : null, hasCode: true),
            Is.EqualTo(command)
        );

    [Test]
    public void The_visual_editor_comes_first() =>
        Assert.That(
            Command(name => name == "VISUAL" ? "hx" : "vim", hasCode: false),
            Does.StartWith("hx ")
        );

    [TestCase(true, "code --goto /w/Bowls.cs:7")]
    [TestCase(false, null)]
    public void Without_one_VS_Code_is_taken_if_it_is_there(bool hasCode, string? command) =>
        Assert.That(Command(_ => null, hasCode), Is.EqualTo(command));

    private static string? Command(Func<string, string?> environment, bool hasCode) =>
        EditorCommand.For(Place, environment, _ => hasCode) is { } start
            ? string.Join(' ', start.ArgumentList.Prepend(start.FileName))
            : null;
}
