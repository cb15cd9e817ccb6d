using Katas.Harness.Engine.Host;

namespace Katas.Harness.Engine;

public class MessageSealTests
{
    private const string Secret = "5EC2E7";

    [Test]
    public void What_the_host_has_sealed_is_opened_in_its_order()
    {
        var (host, runner) = (new MessageSeal(Secret), new MessageSeal(Secret));

        Assert.That(
            new[] { "one", "two" }.Select(text => runner.Open(host.Next() + text)),
            Is.EqualTo(["one", "two"])
        );
    }

    [Test]
    public void A_message_of_somebody_else_is_none()
    {
        var forged = new MessageSeal("ANOTHER").Next();

        Assert.That(new MessageSeal(Secret).Open(forged + "passed"), Is.Null);
        Assert.That(new MessageSeal(Secret).Open("passed"), Is.Null);
    }

    [Test]
    public void A_message_that_is_repeated_or_left_out_is_none()
    {
        var host = new MessageSeal(Secret);
        var (first, second) = (host.Next(), host.Next());

        var repeated = new MessageSeal(Secret);
        _ = repeated.Open(first + "one");

        Assert.That(repeated.Open(first + "one"), Is.Null);
        Assert.That(new MessageSeal(Secret).Open(second + "two"), Is.Null);
    }
}
