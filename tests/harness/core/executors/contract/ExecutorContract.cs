namespace Katas.Harness.Executors.Contract;

/// <summary>
/// What every executor promises. A fixture derives from it, and says how its executor is made; the tests come in parts, one file each.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract partial class ExecutorContract
{
    private string _folder = "";

    /// <summary>Makes the executor under test, ready for work. A test shuts down what it makes.</summary>
    protected abstract IExecutor Create();

    /// <summary>How long to wait for what must come.</summary>
    protected virtual TimeSpan WaitLimit => TimeSpan.FromSeconds(20);

    /// <summary>How long to watch for what must not come. A sound executor is watched for all of it, a broken one until it is caught.</summary>
    protected virtual TimeSpan Watch => TimeSpan.FromSeconds(0.3);

    /// <summary>Whether a submitted job can wait for a worker, or runs on the caller before <c>Submit</c> returns.</summary>
    protected virtual bool Queues => true;

    [SetUp]
    public void MakeFolder() =>
        _folder = Directory.CreateTempSubdirectory("katas-executors-").FullName;

    [TearDown]
    public void LeaveFolder()
    {
        // Whatever a failed test left behind the gate ends by itself.
        Open();
        Directory.Delete(_folder, recursive: true);
    }

    private Place At(int id, int parties = 0) => new(_folder, id, parties, WaitLimit.TotalSeconds);

    private IEnumerable<Place> Places(int count) =>
        Enumerable.Range(0, count).Select(id => At(id, count));

    private void Open() => Signals.Set(_folder, "open");

    private void WaitForInside(int count) =>
        Signals.WaitUntil(
            () => Signals.Count(_folder, "in-") >= count,
            $"{count} jobs to have started",
            WaitLimit
        );

    /// <summary>Submits a job that waits for the test; from a thread of its own when the executor would run it before Submit returns.</summary>
    private Task<TResult> SubmitHeld<TArgument, TResult>(
        IExecutor executor,
        Func<TArgument, CancellationToken, TResult> job,
        TArgument argument,
        CancellationToken cancellationToken = default
    ) =>
        Queues
            ? executor.Submit(job, argument, cancellationToken)
            : Task
                .Factory.StartNew(
                    () => executor.Submit(job, argument, cancellationToken),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
                .Unwrap();

    private async Task<T> Soon<T>(Task<T> task, string what)
    {
        await Soon((Task)task, what);
        return await task;
    }

    private async Task Soon(Task task, string what)
    {
        var first = await Task.WhenAny(task, Task.Delay(WaitLimit, TimeProvider.System));
        Assert.That(
            first,
            Is.SameAs(task),
            $"Waited {WaitLimit.TotalSeconds} s for {what}. Look at who completes the future, and whether a worker is still there to do it."
        );
        await task;
    }

    /// <summary>Waits for a future to end as cancelled.</summary>
    private async Task Cancelled(Task task, string what)
    {
        await Task.WhenAny(task, Task.Delay(WaitLimit, TimeProvider.System));
        Assert.That(
            task.Status,
            Is.EqualTo(TaskStatus.Canceled),
            $"Expected {what} to end as cancelled within {WaitLimit.TotalSeconds} s. Look at what completes the future of a job that is dropped or asked to stop."
        );
    }
}
