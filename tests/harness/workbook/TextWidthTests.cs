using Katas.Harness.Workbook.Failures;

namespace Katas.Harness.Workbook;

public class TextWidthTests
{
    [TestCase("", 0)]
    [TestCase("bowl", 4)]
    [TestCase("국수", 4)]
    [TestCase("e\u0301", 1)]
    [TestCase("한", 2, Description = "decomposed")]
    [TestCase("🍜", 2)]
    [TestCase("█░", 2)]
    public void Wide_characters_take_two_columns(string text, int width) =>
        Assert.That(TextWidth.Of(text), Is.EqualTo(width));

    [TestCase("국수국수", 8, "국수국수")]
    [TestCase("국수국수", 7, "국수국…")]
    [TestCase("국수국수", 6, "국수…")]
    [TestCase("noodles", 4, "noo…")]
    public void A_cut_text_takes_no_more_than_its_room(string text, int width, string cut) =>
        Assert.That(TextWidth.Cut(text, width), Is.EqualTo(cut));

    [Test]
    public void Lines_break_between_words_and_keep_their_indent() =>
        Assert.That(
            TextWidth.Wrap("  one two /a/path/that/is/long three", 9),
            Is.EqualTo(["  one two", "  /a/path/that/is/long", "  three"])
        );

    [Test]
    public void Items_stay_whole_and_apart_where_a_line_breaks() =>
        Assert.That(
            TextWidth.WrapItems(["h hint", "l list", "r run again"], 15),
            Is.EqualTo(["h hint  l list", "r run again"])
        );
}
