namespace Katas.Harness.DotnetTest;

public class LostHostTests
{
    [Test]
    public void The_rest_is_what_the_user_wanted_without_what_is_done()
    {
        TestResult[] done =
        [
            new("a.dll", "N.T.A", "Passed", null),
            new("a.dll", "N.T.B(1,\"x|y\")", "Failed", "no"),
        ];

        Assert.That(
            LostHost.Rest("Kata=Launch", done),
            Is.EqualTo(
                "(Kata=Launch)&FullyQualifiedName!=N.T.A&FullyQualifiedName!=N.T.B\\(1,\"x\\|y\"\\)"
            )
        );
        Assert.That(LostHost.Rest(null, done[..1]), Is.EqualTo("FullyQualifiedName!=N.T.A"));
    }

    [TestCase(3, "", false, "exit code 3")]
    [TestCase(null, "Test host process crashed : Stack overflow.", false, "stack overflow")]
    [TestCase(null, "", true, "Time limit")]
    [TestCase(null, "", false, "Crashed")]
    public void The_reason_is_told(int? exitCode, string output, bool wasSilent, string says)
    {
        using var folder = new TemporaryFolder();
        var call = new VSTestCall(1, [], Journal.Read(folder.Path), output, wasSilent);

        Assert.That(LostHost.Explain(exitCode, call), Does.Contain(says));
    }
}
