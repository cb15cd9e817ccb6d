namespace Katas.Harness.Executors.Contract;

public abstract partial class ExecutorContract
{
    [Test]
    public async Task A_job_cancelled_before_it_is_submitted_never_runs()
    {
        await using var executor = Create();

        var future = executor.Submit(
            ContractJobs.LeaveATrace,
            At(1),
            new CancellationToken(canceled: true)
        );

        await Cancelled(future, "a job whose token was cancelled from the start");
        await Soon(executor.Shutdown(), "the shutdown");
        Assert.That(Signals.IsSet(_folder, "ran-1"), Is.False, "The cancelled job ran.");
    }

    [Test]
    public async Task A_job_cancelled_while_it_waits_never_runs()
    {
        await using var executor = Create();
        using var cancellation = new CancellationTokenSource();
        var busy = Places(executor.Workers)
            .Select(place => SubmitHeld(executor, ContractJobs.Hold, place))
            .ToArray();
        WaitForInside(executor.Workers);

        var future = SubmitHeld(executor, ContractJobs.LeaveATrace, At(99), cancellation.Token);
        await cancellation.CancelAsync();
        if (Queues)
            await Cancelled(future, "a waiting job, while every worker is still busy with others,");
        Open();

        await Cancelled(future, "a job that was cancelled while it waited");
        await Soon(Task.WhenAll(busy), "the jobs before it");
        await Soon(executor.Shutdown(), "the shutdown");
        Assert.That(Signals.IsSet(_folder, "ran-99"), Is.False, "The cancelled job ran.");
    }

    [Test]
    public async Task A_running_job_is_asked_to_stop()
    {
        await using var executor = Create();
        using var cancellation = new CancellationTokenSource();

        var future = SubmitHeld(executor, ContractJobs.RunUntilAsked, At(1), cancellation.Token);
        WaitForInside(1);
        await cancellation.CancelAsync();

        await Cancelled(future, "a running job that was asked to stop");
    }

    [Test]
    public async Task A_job_that_ends_before_it_is_cancelled_keeps_its_value()
    {
        await using var executor = Create();
        using var cancellation = new CancellationTokenSource();

        var future = executor.Submit(ContractJobs.Square, 6, cancellation.Token);
        await Soon(future, "the value of one job");
        await cancellation.CancelAsync();

        Assert.That(await future, Is.EqualTo(36));
    }
}
