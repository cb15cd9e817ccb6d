namespace Katas.Harness.Grading.Judging;

public class PlainTextTests
{
    [TestCase("one\r\ntwo\tthree", "one\ntwo\tthree")]
    [TestCase("\u001b[2J", "\\u{1B}[2J")]
    [TestCase("a\u202Eb\u200Bc", "a\\u{202E}b\\u{200B}c")]
    [TestCase("::set-output", "· ::set-output")]
    [TestCase("fine\n  ##vso[task]", "fine\n·   ##vso[task]")]
    [TestCase("라면 ✓ ─▸", "라면 ✓ ─▸")]
    public void It_steers_nothing(string text, string shown)
    {
        Assert.That(PlainText.Of(text), Is.EqualTo(shown));
    }

    [Test]
    public void It_is_cut()
    {
        Assert.That(PlainText.Of(new string('x', 1_000_000)), Has.Length.LessThan(21_000));
    }
}
