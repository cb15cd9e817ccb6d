using Katas.Harness.Executors.Contract;

namespace Katas.Harness.Executors;

public class SequentialExecutorTests : ExecutorContract
{
    protected override bool Queues => false;

    protected override IExecutor Create() => new SequentialExecutor();

    [Test]
    public async Task Jobs_run_on_the_caller_before_submit_returns()
    {
        await using var executor = Create();

        var future = executor.Submit((_, _) => Environment.CurrentManagedThreadId, 0);

        Assert.That(future.IsCompletedSuccessfully, Is.True);
        Assert.That(await future, Is.EqualTo(Environment.CurrentManagedThreadId));
    }

    [Test]
    public async Task A_job_may_submit_another()
    {
        await using var executor = Create();

        var sum = executor.Submit(
            (n, _) => n + executor.Submit(ContractJobs.Square, n, CancellationToken.None).Result,
            3
        );

        Assert.That(await sum, Is.EqualTo(12));
    }
}
