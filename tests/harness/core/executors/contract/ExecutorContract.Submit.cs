using Katas.Harness.Jobs;

namespace Katas.Harness.Executors.Contract;

public abstract partial class ExecutorContract
{
    [Test]
    public async Task An_executor_has_a_name_and_at_least_one_worker()
    {
        await using var executor = Create();

        Assert.That(executor.Name, Is.Not.Empty);
        Assert.That(executor.Workers, Is.GreaterThanOrEqualTo(1));
    }

    [Test]
    public async Task Submit_returns_the_future_of_the_jobs_value()
    {
        await using var executor = Create();

        var future = executor.Submit(ContractJobs.Square, 12);

        Assert.That(await Soon(future, "the value of one job"), Is.EqualTo(144));
    }

    [Test]
    public async Task Arguments_and_results_arrive_whole()
    {
        await using var executor = Create();
        var text = string.Concat(Enumerable.Repeat("라면 한 그릇 🍜 \0 \"\\ \r\n ", 500));

        var future = executor.Submit(ContractJobs.Echo, text);

        Assert.That(await Soon(future, "a text to come back"), Is.EqualTo(text));
    }

    [Test]
    public async Task The_exception_of_a_job_travels_to_its_future()
    {
        await using var executor = Create();

        var future = executor.Submit(ContractJobs.FailOnNegative, -7);

        var thrown = await Assert.CatchAsync(() => Soon(future, "the exception of a job"));
        Assert.That(
            thrown!.ToString(),
            Does.Contain(nameof(FormatException)).And.Contain("The order -7 is not one to cook."),
            "Expected the future to carry what the job threw. Look at what the worker does with an exception."
        );
    }

    [Test]
    public async Task Workers_outlive_the_exceptions_of_their_jobs()
    {
        await using var executor = Create();
        foreach (var order in Enumerable.Range(1, executor.Workers + 1))
            await Assert.CatchAsync(() =>
                Soon(executor.Submit(ContractJobs.FailOnNegative, -order), "an exception")
            );

        var after = await Soon(
            executor.Submit(ContractJobs.Square, 3),
            "a job that came after as many failures as there are workers"
        );

        Assert.That(after, Is.EqualTo(9));
    }

    [Test]
    public async Task An_exception_that_cannot_be_put_into_words_fails_its_job_and_not_the_worker()
    {
        await using var executor = Create();

        var future = executor.Submit(ContractJobs.FailWithoutWords, 1);

        var thrown = await Assert.CatchAsync(() => Soon(future, "the exception of a job"));
        Assert.That(
            thrown is RemoteJobException remote ? remote.RemoteType : thrown!.GetType().FullName,
            Is.EqualTo(typeof(WordlessException).FullName),
            "Expected the future to carry what the job threw, if only its type: its Message and its ToString throw as well."
        );
        Assert.That(
            await Soon(executor.Submit(ContractJobs.Square, 3), "a job after it"),
            Is.EqualTo(9)
        );
    }

    [Test]
    public async Task As_many_jobs_as_there_are_workers_run_at_the_same_time()
    {
        await using var executor = Create();

        var futures = Places(executor.Workers)
            .Select(place => SubmitHeld(executor, ContractJobs.Meet, place))
            .ToArray();

        var ids = await Soon(Task.WhenAll(futures), "all workers to meet");
        Assert.That(ids, Is.EqualTo(Enumerable.Range(0, executor.Workers)));
    }

    [Test]
    public async Task No_more_jobs_than_there_are_workers_run_at_the_same_time()
    {
        await using var executor = Create();
        var futures = Places(2 * executor.Workers)
            .Select(place => SubmitHeld(executor, ContractJobs.Hold, place))
            .ToArray();

        WaitForInside(executor.Workers);
        // One more that comes now is one too many; a sound executor has none to send, however long the test watches.
        var inside = Signals.WatchFor(_folder, "in-", executor.Workers + 1, Watch);
        Open();
        await Soon(Task.WhenAll(futures), "the jobs behind the gate");

        Assert.That(
            inside,
            Is.EqualTo(executor.Workers),
            "Expected the number of workers to bound how many jobs run at once while a gate holds them."
        );
    }

    [Test]
    public async Task A_job_is_required()
    {
        Func<int, CancellationToken, int> none = null!;

        await Assert.ThrowsAsync<ArgumentNullException>(async () =>
        {
            await using var executor = Create();
            await executor.Submit(none, 1);
        });
    }
}
