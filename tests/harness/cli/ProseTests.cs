namespace Katas.Harness.Cli;

public class ProseTests
{
    [Test]
    public void A_line_breaks_between_words() =>
        Assert.That(Prose.Lines("one two three", 8), Is.EqualTo(["one two", "three"]));

    [Test]
    public void A_word_that_is_longer_than_a_line_stays_whole() =>
        Assert.That(
            Prose.Lines("see exercises/03/Threads.cs now", 8),
            Is.EqualTo(["see", "exercises/03/Threads.cs", "now"])
        );

    [Test]
    public void Lines_and_their_indentation_are_kept() =>
        Assert.That(
            Prose.Lines("first\r\n  second line\n\nlast", 10),
            Is.EqualTo(["first", "  second", "  line", "", "last"])
        );
}
