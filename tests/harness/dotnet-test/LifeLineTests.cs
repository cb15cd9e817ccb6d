namespace Katas.Harness.DotnetTest;

public class LifeLineTests
{
    [Test]
    public void A_shorter_text_leaves_nothing_of_a_longer_one_and_nothing_is_left_at_the_end()
    {
        using var terminal = new StringWriter();
        var line = new LifeLine(terminal, 12);

        line.Show("building 9 of 10");
        line.Show("국수 1");
        line.Erase();

        Assert.That(terminal.ToString(), Is.EqualTo("building...\r국수 1     \r      \r"));
    }

    [TestCase(false, "xterm-256color", true)]
    [TestCase(false, "dumb", false)]
    [TestCase(false, null, false)]
    [TestCase(true, null, true)]
    public void Only_a_terminal_that_can_go_back_has_one(bool isWindows, string? term, bool can) =>
        Assert.That(LifeLine.CanGoBack(isWindows, term), Is.EqualTo(can));

    [TestCase(33, 60, "building 34 of 60")]
    [TestCase(60, 60, "building 61")]
    [TestCase(2, 0, "building 3")]
    public void A_build_counts_to_what_the_last_one_had(int done, int total, string text) =>
        Assert.That(BuildProgress.Text(done, total), Is.EqualTo(text));
}
