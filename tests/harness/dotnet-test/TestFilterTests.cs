namespace Katas.Harness.DotnetTest;

public class TestFilterTests
{
    [Test]
    public void The_rest_is_what_the_user_wanted_without_what_is_done()
    {
        string[] done = ["N.T.A", "N.T.B(1,\"x|y\")"];

        Assert.That(
            TestFilter.Without("Kata=Launch", done),
            Is.EqualTo(
                "(Kata=Launch)&FullyQualifiedName!=N.T.A&FullyQualifiedName!=N.T.B\\(1,\"x\\|y\"\\)"
            )
        );
        Assert.That(TestFilter.Without(null, []), Is.Null);
        Assert.That(TestFilter.Without(null, done[..1]), Is.EqualTo("FullyQualifiedName!=N.T.A"));
    }
}
