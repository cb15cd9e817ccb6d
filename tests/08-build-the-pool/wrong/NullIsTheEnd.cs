// wrong: an item that is null is taken for the end of the queue
// fails: An_item_that_is_null_is_an_item
// says: "One of two items is null"
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
            return item is not null;
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _over = true;
            Monitor.PulseAll(_gate);
        }
    }
}
