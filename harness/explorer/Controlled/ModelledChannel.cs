using System.Threading.Channels;
using Katas.Harness.Explorer.Scheduling;

// Each goes in a tuple to the one caller who awaits it.
#pragma warning disable CA2012

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// A channel whose every operation is one step. Whom a step lets go on is decided in that step; their tasks end in another one, since the real
/// channel ends them outside its lock.
/// </summary>
internal sealed class ModelledChannel<T> : Channel<T>
{
    private readonly IChannelItems<T> _items;
    private readonly int _capacity;
    private readonly BoundedChannelFullMode _fullMode;
    private readonly Action<T>? _dropped;
    private readonly bool _continuesAtOnce;
    private readonly bool _hasOneReader;
    private readonly List<ChannelWait<T>> _readers = [];
    private readonly List<ChannelWait<bool>> _readersToBe = [];
    private readonly List<(T Item, ChannelWait<bool> Wait)> _writers = [];
    private readonly List<ChannelWait<bool>> _writersToBe = [];
    private readonly TaskCompletionSource _completion = new();
    private readonly List<Action> _endings = [];
    private bool _isClosed;
    private Exception? _error;

    /// <summary>Makes a channel.</summary>
    /// <param name="items">The items that are in the channel, in the order in which they are read.</param>
    /// <param name="capacity">How many items it holds.</param>
    /// <param name="fullMode">What happens to a write when it is full.</param>
    /// <param name="dropped">What is called with an item that is dropped.</param>
    /// <param name="continuesAtOnce">Whether whoever ends a wait runs what comes after it.</param>
    /// <param name="hasOneReader">Whether it is not made for two that read at once.</param>
    public ModelledChannel(
        IChannelItems<T> items,
        int capacity,
        BoundedChannelFullMode fullMode,
        Action<T>? dropped,
        bool continuesAtOnce,
        bool hasOneReader
    )
    {
        (_items, _capacity, _fullMode) = (items, capacity, fullMode);
        (_dropped, _continuesAtOnce, _hasOneReader) = (dropped, continuesAtOnce, hasOneReader);
        Reader = new ModelledChannelReader<T>(this);
        Writer = new ModelledChannelWriter<T>(this);
    }

    public Task Completion => _completion.Task;

    public int Count => Step("counts", () => (_items.Count, false));

    public bool CanPeek => _items.CanPeek;

    public bool TryPeek(out T item)
    {
        var (found, there) = Step(
            "looks into",
            () => ((_items.TryPeek(out var next), Next: next), false)
        );
        item = there!;
        return found;
    }

    public bool TryRead(out T item)
    {
        UseAsReader();
        var (found, taken) = Step(
            "reads from",
            () =>
            {
                var next = Take();
                return (next, next.Found);
            }
        );
        item = taken!;
        return found;
    }

    public ValueTask<T> ReadAsync(CancellationToken cancellationToken)
    {
        if (IsCancelled(cancellationToken))
            return ValueTask.FromCanceled<T>(cancellationToken);
        UseAsReader();
        return Step(
            "reads from",
            () =>
            {
                if (Take() is (true, var item))
                    return (new ValueTask<T>(item!), true);
                if (_isClosed)
                    return (ValueTask.FromException<T>(ClosedException()), false);
                return (Wait(_readers, cancellationToken), true);
            }
        );
    }

    public ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken)
    {
        if (IsCancelled(cancellationToken))
            return ValueTask.FromCanceled<bool>(cancellationToken);
        UseAsReader();
        return Step(
            "waits for an item of",
            () =>
            {
                if (_items.Count > 0)
                    return (ValueTask.FromResult(true), false);
                if (_isClosed)
                    return (EndOf(_error), false);
                return (Wait(_readersToBe, cancellationToken), true);
            }
        );
    }

    public bool TryWrite(T item)
    {
        var dropped = new List<T>();
        var isWritten = Step(
            "writes to",
            () =>
            {
                var isPut = !_isClosed && Put(item, dropped);
                return (isPut, isPut);
            }
        );
        Report(dropped);
        return isWritten;
    }

    public ValueTask WriteAsync(T item, CancellationToken cancellationToken)
    {
        if (IsCancelled(cancellationToken))
            return ValueTask.FromCanceled(cancellationToken);
        var dropped = new List<T>();
        var writing = Step(
            "writes to",
            () =>
            {
                if (_isClosed)
                    return (ValueTask.FromException(ClosedException()), false);
                if (Put(item, dropped))
                    return (ValueTask.CompletedTask, true);
                var wait = new ChannelWait<bool>();
                _writers.Add((item, wait));
                wait.EndWhenCancelled(this, cancellationToken);
                return (OneUse.Of((Task)wait.Task), true);
            }
        );
        Report(dropped);
        return writing;
    }

    public ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken)
    {
        if (IsCancelled(cancellationToken))
            return ValueTask.FromCanceled<bool>(cancellationToken);
        return Step(
            "waits for room in",
            () =>
            {
                if (_isClosed)
                    return (EndOf(_error), false);
                if (_items.Count < _capacity || _fullMode != BoundedChannelFullMode.Wait)
                    return (ValueTask.FromResult(true), false);
                return (Wait(_writersToBe, cancellationToken), true);
            }
        );
    }

    public bool TryComplete(Exception? error) =>
        Step(
            "completes",
            () =>
            {
                if (_isClosed)
                    return (false, false);
                (_isClosed, _error) = (true, error);
                FailAll(_readers);
                EndAll(_readersToBe, false, error);
                FailAll(_writers.ConvertAll(writer => writer.Wait));
                _writers.Clear();
                EndAll(_writersToBe, false, error);
                CompleteIfEmpty();
                return (true, true);
            }
        );

    /// <summary>A step that may end a wait: nothing is done when the wait was ended by another.</summary>
    public void Cancel<TResult>(ChannelWait<TResult> wait, CancellationToken cancellationToken) =>
        Step(
            "cancels a wait for",
            () =>
            {
                var isMine = wait.TryReserve();
                if (isMine)
                    _endings.Add(() =>
                        wait.SetException(new OperationCanceledException(cancellationToken))
                    );
                return (isMine, isMine);
            }
        );

    /// <summary>Takes the next item, and lets a writer that waits for room go on.</summary>
    private (bool Found, T? Item) Take()
    {
        if (!_items.TryTake(out var item))
            return (false, default);
        while (_writers.Count > 0)
        {
            var (next, wait) = _writers[0];
            _writers.RemoveAt(0);
            if (!wait.TryReserve())
                continue;
            _items.Add(next);
            _endings.Add(() => wait.SetResult(true));
            break;
        }
        if (_items.Count < _capacity)
            EndAll(_writersToBe, true, null);
        CompleteIfEmpty();
        return (true, item);
    }

    /// <summary>Hands an item to a reader, or adds it; <see langword="false"/> when the writer has to wait.</summary>
    private bool Put(T item, List<T> dropped)
    {
        while (_items.Count == 0 && _readers.Count > 0)
        {
            var reader = _readers[0];
            _readers.RemoveAt(0);
            if (!reader.TryReserve())
                continue;
            _endings.Add(() => reader.SetResult(item));
            return true;
        }
        if (_items.Count >= _capacity)
        {
            switch (_fullMode)
            {
                case BoundedChannelFullMode.Wait:
                    return false;
                case BoundedChannelFullMode.DropWrite:
                    dropped.Add(item);
                    return true;
                case BoundedChannelFullMode.DropNewest:
                    dropped.Add(_items.TakeNewest());
                    break;
                default:
                    _items.TryTake(out var oldest);
                    dropped.Add(oldest!);
                    break;
            }
        }
        _items.Add(item);
        EndAll(_readersToBe, true, null);
        return true;
    }

    private void Report(List<T> dropped)
    {
        if (_dropped is not null)
            dropped.ForEach(_dropped);
    }

    private void CompleteIfEmpty()
    {
        if (!_isClosed || _items.Count > 0)
            return;
        _endings.Add(() =>
        {
            if (_error is OperationCanceledException cancelled)
                _completion.TrySetCanceled(cancelled.CancellationToken);
            else if (_error is not null)
                _completion.TrySetException(_error);
            else
                _completion.TrySetResult();
        });
    }

    private ValueTask<TResult> Wait<TResult>(
        List<ChannelWait<TResult>> queue,
        CancellationToken cancellationToken
    )
    {
        var wait = new ChannelWait<TResult>();
        queue.Add(wait);
        wait.EndWhenCancelled(this, cancellationToken);
        return OneUse.Of(wait.Task);
    }

    private void FailAll<TResult>(List<ChannelWait<TResult>> waits)
    {
        foreach (var wait in waits.Where(wait => wait.TryReserve()))
            _endings.Add(() => wait.SetException(ClosedException()));
        waits.Clear();
    }

    private void EndAll(List<ChannelWait<bool>> waits, bool result, Exception? error)
    {
        foreach (var wait in waits.Where(wait => wait.TryReserve()))
        {
            _endings.Add(() =>
            {
                if (error is null)
                    wait.SetResult(result);
                else
                    wait.SetException(error);
            });
        }
        waits.Clear();
    }

    private Exception ClosedException() =>
        _error is OperationCanceledException ? _error : new ChannelClosedException(_error);

    /// <summary>How a wait for an item or for room ends once nothing more is written.</summary>
    private static ValueTask<bool> EndOf(Exception? error) =>
        error is null ? ValueTask.FromResult(false) : ValueTask.FromException<bool>(error);

    private static bool IsCancelled(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
            Tasks.Observe("looks at a token", Site());
        return cancellationToken.IsCancellationRequested;
    }

    // As of a collection for one thread.
    private void UseAsReader()
    {
        if (_hasOneReader && SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Step(
                fiber,
                new(
                    OperationKind.Write,
                    execution.Heap.Of(this, LocationKind.Collection),
                    fiber.LastCall,
                    null,
                    "is the reader of",
                    IsPlain: true
                )
            );
    }

    // The calls are virtual, so none is replaced, and what is known is where the latest of them stands.
    private static int Site() =>
        SchedulingPoints.IsExplored(out _, out var fiber) ? fiber.LastCall : 0;

    /// <summary>One operation: the step on the channel, then the tasks that it ends.</summary>
    private TResult Step<TResult>(string what, Func<(TResult Result, bool Changes)> operation)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
        {
            var unexplored = operation().Result;
            EndWaits();
            return unexplored;
        }
        var site = fiber.LastCall;
        var location = execution.Heap.Of(this, LocationKind.Channel);
        execution.Reach(fiber, new(OperationKind.Write, location, site, null, what));
        var (result, changes) = operation();
        execution.Commit(fiber, changes ? OperationKind.Write : OperationKind.Read);
        if (_endings.Count > 0)
        {
            Tasks.Change("ends a wait", site);
            EndWaits();
        }
        return result;
    }

    private void EndWaits()
    {
        var endings = _endings.ToArray();
        _endings.Clear();
        foreach (var ending in endings)
        {
            if (_continuesAtOnce)
                ending();
            else
                Tasks.WithoutContinuations(ending);
        }
    }
}
