namespace Katas.Harness.Workbook;

public class LineDifferenceTests
{
    [TestCase("a b c", "a b c", " a  b  c")]
    [TestCase("a b c", "a x c", " a -b +x  c")]
    [TestCase("", "a", "+a")]
    [TestCase("a", "", "-a")]
    [TestCase("a b", "b", "-a  b")]
    public void What_is_in_one_text_only_is_marked(string left, string right, string marked) =>
        Assert.That(
            string.Join(
                ' ',
                LineDifference
                    .Compare(Lines(left), Lines(right))
                    .Select(line =>
                        line.IsSame ? $" {line.Left}"
                        : line.Left is null ? $"+{line.Right}"
                        : $"-{line.Left}"
                    )
            ),
            Is.EqualTo(marked)
        );

    private static string[] Lines(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
