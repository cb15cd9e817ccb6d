// wrong: what was in the queue is lost when it is completed
// fails: What_is_in_the_queue_can_still_be_taken, A_waiting_adder_is_sent_home_with_an_exception, In_every_interleaving_the_last_item_is_taken_and_then_all_go_home, Completing_again_takes_nothing_away
// may fail: The_rail_has_room_for_a_hundred_jobs_and_then_Submit_waits
// says: "Expected"
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Katas.BuildThePool;

public sealed class BoundedQueue<T>
{
    private readonly object _gate = new();
    private readonly Queue<T> _items = new();
    private readonly int _capacity;
    private bool _isComplete;

    public BoundedQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    public void Add(T item)
    {
        lock (_gate)
        {
            // while, not if: between the wake-up and this line another may have taken the place.
            while (_items.Count == _capacity && !_isComplete)
                Monitor.Wait(_gate);
            if (_isComplete)
                throw new InvalidOperationException("The queue is complete and takes no more.");
            _items.Enqueue(item);
            // PulseAll, not Pulse: adders and takers wait at the same gate, and a single wake-up may go to the wrong kind.
            Monitor.PulseAll(_gate);
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_gate)
        {
            while (_items.Count == 0 && !_isComplete)
                Monitor.Wait(_gate);
            if (!_items.TryDequeue(out item))
                return false;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            _items.Clear();
            // The condition has changed for everybody who waits, so everybody looks again.
            Monitor.PulseAll(_gate);
        }
    }
}

// The pool is in order, and stands on the library's queue.
public sealed class KitchenPool : IDisposable
{
    private readonly BlockingCollection<(Action Run, Action Cancel)> _rail = [];
    private readonly List<Thread> _cooks = [];
    private readonly CancellationTokenSource _cancelling = new();

    public KitchenPool(int cooks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cooks, 1);
        for (var i = 0; i < cooks; i++)
        {
            var cook = new Thread(Cook) { IsBackground = true };
            _cooks.Add(cook);
            cook.Start();
        }
    }

    public Task<TResult> Submit<TResult>(Func<TResult> job)
    {
        var source = new TaskCompletionSource<TResult>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        void Run()
        {
            try
            {
                source.SetResult(job());
            }
            catch (Exception e)
            {
                source.SetException(e);
            }
        }
        if (_cooks.Contains(Thread.CurrentThread))
            Run();
        else
            _rail.Add((Run, source.SetCanceled));
        return source.Task;
    }

    public TResult[] Map<TArgument, TResult>(
        Func<TArgument, TResult> job,
        IEnumerable<TArgument> arguments
    )
    {
        var futures = new List<Task<TResult>>();
        foreach (var argument in arguments)
            futures.Add(Submit(() => job(argument)));
        var results = new TResult[futures.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = futures[i].GetAwaiter().GetResult();
        return results;
    }

    public void Shutdown(bool cancelPending = false)
    {
        if (cancelPending)
            _cancelling.Cancel();
        _rail.CompleteAdding();
        _cooks.ForEach(cook => cook.Join());
    }

    public void Dispose() => Shutdown();

    private void Cook()
    {
        foreach (var (run, cancel) in _rail.GetConsumingEnumerable())
        {
            if (_cancelling.IsCancellationRequested)
                cancel();
            else
                run();
        }
    }
}
