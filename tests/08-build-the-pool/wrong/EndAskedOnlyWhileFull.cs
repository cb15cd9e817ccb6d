// wrong: whether the queue is complete is asked only as long as it is full, so room that comes after the end lets an item in
// fails: In_every_interleaving_room_that_comes_after_the_end_is_for_nobody
// says: "after the end"
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
            if (_isComplete)
                throw new InvalidOperationException("The queue is complete and takes no more.");
            while (_items.Count == _capacity)
            {
                Monitor.Wait(_gate);
                if (_isComplete && _items.Count == _capacity)
                    throw new InvalidOperationException("The queue is complete and takes no more.");
            }
            _items.Enqueue(item);
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
            Monitor.PulseAll(_gate);
        }
    }
}
