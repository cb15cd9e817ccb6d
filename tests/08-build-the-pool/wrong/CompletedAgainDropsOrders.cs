// wrong: whoever completes the queue a second time throws away what can still be taken
// fails: Completing_again_takes_nothing_away, Whoever_closes_second_takes_no_cancelling_back
// says: "completed for the second time"
using System.Diagnostics.CodeAnalysis;

namespace Katas.BuildThePool;

public sealed class BoundedQueue<T>
{
    private readonly object _gate = new();
    private readonly Queue<T> _items = new();
    private readonly int _capacity;
    private bool _over;

    public BoundedQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    public void Add(T item)
    {
        lock (_gate)
        {
            while (_items.Count == _capacity && !_over)
                Monitor.Wait(_gate);
            if (_over)
                throw new InvalidOperationException("The queue is complete.");
            _items.Enqueue(item);
            Monitor.PulseAll(_gate);
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_gate)
        {
            while (_items.Count == 0 && !_over)
                Monitor.Wait(_gate);
            if (_items.Count == 0)
            {
                item = default;
                return false;
            }
            item = _items.Dequeue();
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            if (_over)
                _items.Clear();
            _over = true;
            Monitor.PulseAll(_gate);
        }
    }
}
