namespace Katas.Harness.Cli;

public class CommandErrorsTests
{
    private const int NoSpaceLeft = 28;

    [Test]
    public void A_full_disk_is_said_with_what_to_do() =>
        Assert.That(
            CommandErrors.Sentence(new IOException("No space left on device", NoSpaceLeft)),
            Does.Contain("No space left on device")
                .And.Contain("Free some space")
                .And.Contain("no answer was lost")
        );

    [Test]
    public void What_else_goes_wrong_speaks_for_itself() =>
        Assert.That(
            CommandErrors.Sentence(new IOException("Too many links.")),
            Is.EqualTo("Too many links.")
        );
}
