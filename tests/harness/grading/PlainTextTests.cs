namespace Katas.Harness.Grading;

public class PlainTextTests
{
    [TestCase("a\u001b[31mb", "a␛[31mb")]
    [TestCase("a\0b\r\nc\rd", "a␀b\nc␍d")]
    [TestCase("😀", "😀")]
    [TestCase("a\u202Eb\u0085", "a<U+202E>b<U+0085>")]
    public void What_controls_is_shown(string text, string shown) =>
        Assert.That(PlainText.Visible(text), Is.EqualTo(shown));

    [Test]
    public void What_is_no_character_is_replaced() =>
        Assert.That(PlainText.Visible("\ud800x\uffff"), Is.EqualTo("\ufffdx\ufffd"));

    [TestCase("::error::x", ": :error::x")]
    [TestCase("a\n  ::set-output", "a\n  : :set-output")]
    [TestCase("a ##[error]b", "a # #[error]b")]
    [TestCase("###vso[x]", "# # #vso[x]")]
    [TestCase("a\r::b", "a␍::b")]
    public void No_line_on_a_console_is_a_command(string text, string shown) =>
        Assert.That(PlainText.Console(text), Is.EqualTo(shown));
}
