namespace Katas.Harness.Testing.Snapshots;

public class AwaitTests
{
    private readonly SnapshotsAreAwaitedAttribute _watch = new();

    [Test]
    public void A_test_that_does_not_await_its_snapshot_fails()
    {
        _ = Verify("x");

        var seen = Assert.Throws<AssertionException>(End);

        Assert.That(
            seen.Message,
            Does.Contain("1 calls of Verify were not awaited, so nobody saw the outcome.")
        );
    }

    [Test]
    public void A_test_that_keeps_its_snapshot_as_a_task_and_does_not_await_it_fails_when_that_does()
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseFileName("dropped");
        folder.Accept("dropped.verified.txt", "y");

        Task dropped = Verify("x", folder.Settings);

        Assert.That(dropped.IsFaulted, Is.True);
        Assert.Throws<AssertionException>(End);
    }

    [Test]
    public async Task A_test_that_awaits_its_snapshot_passes()
    {
        using var folder = new SnapshotFolder();
        folder.Settings.UseFileName("awaited");
        folder.Accept("awaited.verified.txt", "x");

        await Verify("x", folder.Settings);

        Assert.DoesNotThrow(End);
    }

    [Test]
    public void Outside_a_test_there_is_no_snapshot()
    {
        Exception? seen = null;
        using (ExecutionContext.SuppressFlow())
        {
            var thread = new Thread(() =>
                seen = Assert.Throws<InvalidOperationException>(() => _ = Verify("x"))
            );
            thread.Start();
            thread.Join();
        }

        Assert.That(seen?.Message, Does.Contain("Call Verify from a test method"));
    }

    [Test]
    public void The_build_puts_the_watch_on_every_test_assembly() =>
        Assert.That(
            typeof(AwaitTests).Assembly.IsDefined(typeof(SnapshotsAreAwaitedAttribute), false),
            Is.True
        );

    private void End() =>
        _watch.AfterTest(NUnit.Framework.Internal.TestExecutionContext.CurrentContext.CurrentTest);
}
