namespace Katas.Harness.Executors.Contract;

public abstract partial class ExecutorContract
{
    [Test]
    public async Task Shutdown_waits_for_every_submitted_job()
    {
        var executor = Create();
        var futures = Places(2 * executor.Workers)
            .Select(place => SubmitHeld(executor, ContractJobs.Hold, place))
            .ToArray();
        WaitForInside(executor.Workers);
        if (!Queues)
        {
            // What such an executor has not begun is not submitted yet: the gate opens before the shutdown.
            Open();
            await Soon(Task.WhenAll(futures), "the jobs behind the gate");
        }

        var shutdown = Task.Run(() => executor.Shutdown());
        if (Queues)
        {
            SignalThatShutdownHasBegun(executor);
            var first = await Task.WhenAny(shutdown, Task.Delay(Watch, TimeProvider.System));
            Assert.That(
                first,
                Is.Not.SameAs(shutdown),
                "Expected the shutdown to wait for jobs that a gate still holds."
            );
            Open();
        }

        await Soon(shutdown, "the shutdown");
        Assert.That(
            futures.Select(future => future.Status),
            Is.All.EqualTo(TaskStatus.RanToCompletion),
            "Expected every job submitted before the shutdown to have run to its end when it completes."
        );
    }

    [Test]
    public async Task Shutdown_that_cancels_drops_what_waits_and_asks_the_rest_to_stop()
    {
        var executor = Create();
        var running = Places(executor.Workers)
            .Select(place => SubmitHeld(executor, ContractJobs.RunUntilAsked, place))
            .ToArray();
        WaitForInside(executor.Workers);
        var waiting = Queues ? executor.Submit(ContractJobs.LeaveATrace, At(99)) : null;

        await Soon(Task.Run(() => executor.Shutdown(cancelPending: true)), "the shutdown");

        foreach (var future in running)
            await Cancelled(future, "a job that ran when the executor was shut down");
        if (waiting is not null)
            await Cancelled(waiting, "a job that waited when the executor was shut down");
        Assert.That(Signals.IsSet(_folder, "ran-99"), Is.False, "The dropped job ran.");
    }

    [Test]
    public async Task Submit_after_shutdown_is_an_error()
    {
        var executor = Create();
        await Soon(executor.Shutdown(), "the shutdown");

        await Assert.CatchAsync<InvalidOperationException>(
            () => Soon(executor.Submit(ContractJobs.Square, 1), "a refusal"),
            "Expected a job handed to an executor that is shut down to be refused."
        );
    }

    [Test]
    public async Task Map_after_shutdown_is_an_error()
    {
        var executor = Create();
        await Soon(executor.Shutdown(), "the shutdown");

        await Assert.CatchAsync<InvalidOperationException>(
            () => Soon(executor.Map(ContractJobs.Square, [1]), "a refusal"),
            "Expected a stream from an executor that is shut down to be refused."
        );
    }

    [Test]
    public async Task Shutting_down_and_disposing_again_is_harmless()
    {
        var executor = Create();
        await Soon(executor.Submit(ContractJobs.Square, 2), "one job");

        await Soon(executor.Shutdown(), "the first shutdown");
        await Soon(executor.Shutdown(), "the second shutdown");
        await Soon(executor.Shutdown(cancelPending: true), "the third shutdown");
        await Soon(executor.DisposeAsync().AsTask(), "the disposal");
        await Soon(executor.DisposeAsync().AsTask(), "the second disposal");
    }

    [Test]
    public async Task Disposing_waits_for_the_jobs()
    {
        Task<int> future;
        await using (var executor = Create())
        {
            future = executor.Submit(ContractJobs.Square, 7);
        }

        Assert.That(future.Status, Is.EqualTo(TaskStatus.RanToCompletion));
    }

    /// <summary>Waits until the executor refuses jobs, the sign that the shutdown is on its way; the trial jobs before that are tiny.</summary>
    private void SignalThatShutdownHasBegun(IExecutor executor) =>
        Signals.WaitUntil(
            () =>
            {
                try
                {
                    return executor.Submit(ContractJobs.Square, 1).IsFaulted;
                }
                catch (InvalidOperationException)
                {
                    return true;
                }
            },
            "the shutdown to begin",
            WaitLimit
        );
}
