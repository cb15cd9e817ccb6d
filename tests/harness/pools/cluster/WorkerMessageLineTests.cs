namespace Katas.Harness.Pools.Cluster.Worker;

public class WorkerMessageLineTests
{
    [Test]
    public void A_message_is_read_as_it_was_written()
    {
        foreach (var message in Enum.GetValues<WorkerMessage>())
            Assert.That(
                WorkerMessageLine.Parse(WorkerMessageLine.Format(message)),
                Is.EqualTo(message)
            );
    }

    [TestCase("")]
    [TestCase("Ready")]
    [TestCase("worker 1 on a machine is ready.")]
    [TestCase("#katas-worker-message ")]
    [TestCase("#katas-worker-message 0")]
    [TestCase("#katas-worker-message ready")]
    [TestCase("#katas-worker-message Ready, or nearly so")]
    [TestCase("worker 1: #katas-worker-message Ready")]
    public void What_is_meant_for_people_is_no_message(string line) =>
        Assert.That(WorkerMessageLine.Parse(line), Is.Null);
}
