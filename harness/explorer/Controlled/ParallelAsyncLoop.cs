using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>One asynchronous loop of <see cref="Parallel"/>: workers that take one item after the other.</summary>
/// <param name="execution">The schedule.</param>
/// <param name="options">The loop's options.</param>
/// <param name="site">Where the loop stands.</param>
internal sealed class ParallelAsyncLoop(Execution execution, ParallelOptions options, int site)
{
    private const int MostFibers = 4;
    private const int Workers = 2;

    private readonly CancellationTokenSource _stop =
        ControlledCancellationTokenSource.CreateLinkedTokenSource(options.CancellationToken, site);
    private readonly List<Exception> _exceptions = [];
    private readonly TaskCompletionSource _end = new();

    /// <summary>Runs the body for each item of a list.</summary>
    public Task Run<T>(List<T> items, Func<T, CancellationToken, ValueTask> body)
    {
        var next = 0;
        Start(
            items.Count <= MostFibers ? items.Count : Workers,
            items.Count,
            async () =>
            {
                while (MayTake() && next < items.Count)
                    await new FiberTaskAwaiter(body(items[next++], _stop.Token));
            }
        );
        return _end.Task;
    }

    /// <summary>Runs the body for each item of a stream, which one worker at a time moves on.</summary>
    public Task Run<T>(IAsyncEnumerable<T> items, Func<T, CancellationToken, ValueTask> body)
    {
        var enumerator = items.GetAsyncEnumerator(_stop.Token);
        var turn = new SemaphoreSlim(1);
        Start(
            Workers,
            int.MaxValue,
            async () =>
            {
                while (MayTake())
                {
                    await new FiberTaskAwaiter(
                        new ValueTask(ControlledSemaphoreSlim.WaitAsync(turn, site))
                    );
                    T item;
                    try
                    {
                        if (!await new FiberAwaiter<bool>(enumerator.MoveNextAsync()))
                            return;
                        item = enumerator.Current;
                    }
                    finally
                    {
                        ControlledSemaphoreSlim.Release(turn, site);
                    }
                    await new FiberTaskAwaiter(body(item, _stop.Token));
                }
            },
            enumerator
        );
        return _end.Task;
    }

    /// <summary>A step, and whether another item may be taken after it.</summary>
    private bool MayTake()
    {
        Tasks.Change("takes the next item", site);
        return !_stop.IsCancellationRequested;
    }

    private void Start(int most, int count, Func<Task> work, IAsyncDisposable? items = null)
    {
        var degree =
            options.MaxDegreeOfParallelism > 0 ? options.MaxDegreeOfParallelism : int.MaxValue;
        var workers = Math.Min(most, degree);
        if (workers < Math.Min(count, degree))
            execution.LeaveOut(LeftOut.ParallelLoops);
        var all = Task.WhenAll(
            Enumerable
                .Range(0, workers)
                .Select(_ =>
                    Task.Factory.StartNew(
                            () => Guard(work),
                            CancellationToken.None,
                            TaskCreationOptions.DenyChildAttach,
                            execution.Tasks
                        )
                        .Unwrap()
                )
                .ToList()
        );
        _ = EndAfter(all, items);
    }

    private async Task Guard(Func<Task> work)
    {
        try
        {
            await new FiberTaskAwaiter(new ValueTask(work()));
        }
        catch (Exception e) when (e is not ScheduleEndedException)
        {
            Tasks.Change("fails", site);
            _exceptions.Add(e);
            _stop.Cancel();
        }
        Tasks.Change("ends a worker", site);
    }

    private async Task EndAfter(Task all, IAsyncDisposable? items)
    {
        await new FiberTaskAwaiter(new ValueTask(all));
        if (items is not null)
            await new FiberTaskAwaiter(items.DisposeAsync());
        Tasks.Change("ends a task", site);
        if (options.CancellationToken.IsCancellationRequested)
            _end.SetCanceled(options.CancellationToken);
        else if (_exceptions.Count > 0)
            _end.SetException(_exceptions);
        else
            _end.SetResult();
    }
}
