using Katas.Harness.Testing;

namespace Katas.FirstThread;

[Kata(1, typeof(Threads), nameof(Threads.Launch))]
public class LaunchTests
{
    [Test]
    public void Launch_runs_the_action_on_a_new_thread()
    {
        var id = 0;

        var thread = Threads.Launch(() => id = Environment.CurrentManagedThreadId);
        thread.Join();

        Assert.That(id, Is.EqualTo(thread.ManagedThreadId));
    }
}
