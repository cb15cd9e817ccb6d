// right: a linked list, a loop with its exits inside, and an exception of a derived type
using System.Diagnostics.CodeAnalysis;

namespace Katas.BuildThePool;

public sealed class BoundedQueue<T>
{
    private readonly object _gate = new();
    private readonly LinkedList<T> _items = new();
    private readonly int _capacity;
    private bool _isComplete;

    public BoundedQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    public void Add(T item)
    {
        lock (_gate)
        {
            while (true)
            {
                ObjectDisposedException.ThrowIf(_isComplete, this);
                if (_items.Count < _capacity)
                    break;
                Monitor.Wait(_gate);
            }
            _items.AddLast(item);
            Monitor.PulseAll(_gate);
        }
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_gate)
        {
            while (true)
            {
                if (_items.First is { } first)
                {
                    item = first.Value;
                    _items.RemoveFirst();
                    Monitor.PulseAll(_gate);
                    return true;
                }
                if (_isComplete)
                {
                    item = default;
                    return false;
                }
                Monitor.Wait(_gate);
            }
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
