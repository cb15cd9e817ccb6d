namespace Katas.Harness.Grading;

public class PlainTextTests
{
    [TestCase("a\u001b[31mb", "a␛[31mb")]
    [TestCase("a\0b\r\nc\rd", "a␀b\nc␍d")]
    [TestCase("😀", "😀")]
    [TestCase("a\u202Eb\u0085", "a<U+202E>b<U+0085>")]
    [TestCase("a\u200E\u061C\u200B\u00AD\uFEFF", "a<U+200E><U+061C><U+200B><U+00AD><U+FEFF>")]
    [TestCase("a\u2800\u3164", "a<U+2800><U+3164>")]
    [TestCase("a\U000E0047", "a<U+E0047>")]
    [TestCase(
        "e\u0301\u0302\u0303\u0304\u0305\u0306x",
        "e\u0301\u0302\u0303\u0304<U+0305><U+0306>x"
    )]
    public void What_controls_is_shown(string text, string shown) =>
        Assert.That(PlainText.Visible(text), Is.EqualTo(shown));

    [Test]
    public void What_is_no_character_is_replaced() =>
        Assert.That(PlainText.Visible("\ud800x\uffff"), Is.EqualTo("\ufffdx\ufffd"));

    [Test]
    public void A_message_stays_short_when_it_is_shown() =>
        Assert.That(
            PlainText.Message(new string('\u202E', 20_000)),
            Has.Length.LessThanOrEqualTo(20_001)
        );

    [TestCase("::error::x", ": :error::x")]
    [TestCase("a\n  ::set-output", "a\n  : :set-output")]
    [TestCase("a ##[error]b", "a # #[error]b")]
    [TestCase("###vso[x]", "# # #vso[x]")]
    [TestCase("a\r::b", "a␍::b")]
    public void No_line_on_a_console_is_a_command(string text, string shown) =>
        Assert.That(PlainText.Console(text), Is.EqualTo(shown));
}
