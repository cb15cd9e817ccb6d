using System.Globalization;

namespace Katas.Harness.Probes;

/// <summary>
/// A synchronization context that runs what is posted to it only when the test pumps it, as a user interface does with its one thread. It
/// shows whether code comes back to its context, whether it can go on while the context's thread is taken, and whether it is async void.
/// </summary>
/// <example><code>
/// var task = context.Run(() => CookAsync(kitchen, ct));   // returns as soon as CookAsync awaits
/// context.PumpUntil(task, "the bowl to be cooked");
/// </code></example>
public sealed class PumpingSynchronizationContext : SynchronizationContext
{
    private readonly StateMonitor _monitor = new();
    private readonly Queue<Action> _queue = new();
    private readonly TimeSpan? _limit;
    private int _posted;
    private int _asyncVoids;

    /// <summary>Makes a context with nothing to do.</summary>
    /// <param name="limit">How long <see cref="PumpUntil"/> waits; without it, a few seconds.</param>
    public PumpingSynchronizationContext(TimeSpan? limit = null) => _limit = limit;

    /// <summary>How many callbacks wait to be pumped.</summary>
    public int Queued => _monitor.Read(() => _queue.Count);

    /// <summary>How many callbacks were ever posted.</summary>
    public int Posted => _monitor.Read(() => _posted);

    /// <summary>How many <c>async void</c> methods were started here; their exceptions come out of <see cref="Pump"/>.</summary>
    public int AsyncVoids => _monitor.Read(() => _asyncVoids);

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        _monitor.Change(() =>
        {
            _posted++;
            _queue.Enqueue(() => d(state));
        });
    }

    /// <summary>Runs a callback at once when this context is the current one; otherwise blocks until it has been pumped. What it throws then comes out of <see cref="Pump"/>.</summary>
    /// <param name="d">What to run.</param>
    /// <param name="state">What to run it with.</param>
    public override void Send(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        if (Current == this)
        {
            d(state);
            return;
        }
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(
            _ =>
            {
                try
                {
                    d(state);
                }
                finally
                {
                    ended.SetResult();
                }
            },
            null
        );
        ended.Task.Wait();
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <inheritdoc/>
    public override void OperationStarted() => _monitor.Change(() => _asyncVoids++);

    /// <summary>Runs a body on this thread with this context as the current one, and pumps nothing.</summary>
    /// <typeparam name="T">What the body makes.</typeparam>
    /// <param name="body">The body.</param>
    /// <returns>What the body returned.</returns>
    public T Run<T>(Func<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return body();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs on this thread what is queued, and what that queues, until nothing is left.</summary>
    /// <returns>How many callbacks ran.</returns>
    public int Pump()
    {
        var ran = 0;
        while (Take() is { } callback)
        {
            Run(() =>
            {
                callback();
                return true;
            });
            ran++;
        }
        return ran;
    }

    /// <summary>Pumps on this thread, waiting for more to be posted, until a task is completed. What the task failed with is not thrown.</summary>
    /// <param name="task">The task.</param>
    /// <param name="what">What is waited for, as it goes on after "Waited 4 s for".</param>
    /// <exception cref="ProbeException">The task was not completed.</exception>
    public void PumpUntil(Task task, string what)
    {
        ArgumentNullException.ThrowIfNull(task);
        // So that there is one thing to wait for.
        _monitor.WakeWhenCompleted(task);
        while (true)
        {
            Pump();
            if (task.IsCompleted)
                return;
            Waiter.Block(
                _monitor.When(() => _queue.Count > 0 || task.IsCompleted),
                _limit,
                () =>
                    task.IsCompleted || Queued > 0
                        ? null
                        : $"{what}: the task is not completed, and nothing is posted to its context any more. Look at what the task waits for."
            );
        }
    }

    /// <summary>What this context has to do, for the message of a <see cref="HangGuard"/>.</summary>
    public string Describe() =>
        _monitor.Read(() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"the context holds {_queue.Count} continuations that only its own thread may run, and that thread is blocked."
            )
        );

    private Action? Take()
    {
        Action? callback = null;
        _monitor.Change(() => _queue.TryDequeue(out callback));
        return callback;
    }
}
