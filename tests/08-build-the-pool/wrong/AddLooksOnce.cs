// wrong: an adder that is woken does not look again whether there is room
// fails: In_every_interleaving_one_place_is_for_one_adder
// says: "Look at what Add asks after it was woken"
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
            if (_items.Count == _capacity && !_isComplete)
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
            // The condition has changed for everybody who waits, so everybody looks again.
            Monitor.PulseAll(_gate);
        }
    }
}
