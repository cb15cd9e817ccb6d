using System.Globalization;

namespace Katas.Harness.Probes;

/// <summary>
/// A task scheduler with a fixed number of threads that never grows and never lets a waiting task run the one it waits for. Code that blocks
/// its threads while it needs another one starves here at once and every time, where the real pool hides it by adding a thread now and then.
/// </summary>
/// <example><code>
/// using var slots = new FixedThreadTaskScheduler(2);
/// var all = slots.Run(() => HandleAllAsync(requests));
/// slots.WaitFor(all, "all requests to be handled");
/// </code></example>
public sealed class FixedThreadTaskScheduler : TaskScheduler, IDisposable
{
    private readonly StateMonitor _monitor = new();
    private readonly Queue<Task> _queue = new();
    private readonly Thread[] _threads;
    private readonly TimeSpan? _limit;
    private int _running;
    private bool _disposed;

    /// <summary>Starts the threads.</summary>
    /// <param name="slots">How many tasks can run at once; at least 1.</param>
    /// <param name="limit">How long <see cref="WaitFor"/> waits; without it, a few seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slots"/> is less than 1.</exception>
    public FixedThreadTaskScheduler(int slots, TimeSpan? limit = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1);
        _limit = limit;
        _threads =
        [
            .. Enumerable
                .Range(1, slots)
                .Select(slot => new Thread(Work)
                {
                    IsBackground = true,
                    Name = string.Create(CultureInfo.InvariantCulture, $"slot {slot} of {slots}"),
                }),
        ];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => _threads.Length;

    /// <summary>How many tasks wait for a slot.</summary>
    public int Queued => _monitor.Read(() => _queue.Count);

    /// <summary>How many slots are taken.</summary>
    public int Running => _monitor.Read(() => _running);

    /// <summary>Starts a method on a slot; what it awaits goes on in the slots as well.</summary>
    /// <param name="body">The method.</param>
    /// <returns>The end of the method.</returns>
    public Task Run(Func<Task> body) =>
        Task
            .Factory.StartNew(body, CancellationToken.None, TaskCreationOptions.None, this)
            .Unwrap();

    /// <summary>Starts a method on a slot; what it awaits goes on in the slots as well.</summary>
    /// <typeparam name="T">What the method makes.</typeparam>
    /// <param name="body">The method.</param>
    /// <returns>What the method makes.</returns>
    public Task<T> Run<T>(Func<Task<T>> body) =>
        Task
            .Factory.StartNew(body, CancellationToken.None, TaskCreationOptions.None, this)
            .Unwrap();

    /// <summary>Blocks until a task is completed; what it failed with is not thrown.</summary>
    /// <param name="task">The task.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <exception cref="ProbeException">The task was not completed: the slots are starved, or it waits for something else.</exception>
    public void WaitFor(Task task, string what)
    {
        ArgumentNullException.ThrowIfNull(task);
        Waiter.Block(task, _limit, () => task.IsCompleted ? null : $"{what}: {Describe()}");
    }

    /// <summary>Who holds the slots and who waits for one, for a message.</summary>
    public string Describe() =>
        _monitor.Read(() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_running} of {_threads.Length} slots are taken, and {_queue.Count} tasks wait for one. "
            )
            + (
                _running == _threads.Length && _queue.Count > 0
                    ? "Every slot is held by a task that blocks until a queued one has run. Look for .Result, .Wait() or a blocking call inside a task."
                    : "Look at what the task waits for."
            )
        );

    /// <summary>Ends the threads when their tasks have ended. A thread that never stops blocking is left behind, in the background.</summary>
    public void Dispose() => _monitor.Change(() => _disposed = true);

    /// <inheritdoc/>
    protected override void QueueTask(Task task) =>
        _monitor.Change(() =>
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _queue.Enqueue(task);
        });

    /// <summary>Never: a task that waits for another keeps its slot, and the other needs one of its own.</summary>
    /// <param name="task">The task that somebody waits for.</param>
    /// <param name="taskWasPreviouslyQueued">Whether it is in the queue.</param>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() =>
        _monitor.Read(() => _queue.ToArray());

    private void Work()
    {
        while (true)
        {
            // Without a limit: an idle thread waits for nothing that could fail to come.
            _monitor.When(() => _queue.Count > 0 || _disposed).Wait();
            Task? task = null;
            _monitor.Change(() =>
            {
                if (_queue.TryDequeue(out task))
                    _running++;
            });
            if (task is null && _monitor.Read(() => _disposed))
                return;
            if (task is null)
                continue;
            TryExecuteTask(task);
            _monitor.Change(() => _running--);
        }
    }
}
