// right: adders and takers wait at semaphores of their own
namespace Katas.BuildThePool;

public sealed class BoundedQueue<T>
{
    private readonly Queue<T> _items = new();
    private readonly SemaphoreSlim _room;
    private readonly SemaphoreSlim _ready = new(0);
    private bool _isComplete;

    public BoundedQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _room = new SemaphoreSlim(capacity);
    }

    public void Add(T item)
    {
        _room.Wait();
        lock (_items)
        {
            if (_isComplete)
            {
                _room.Release();
                throw new InvalidOperationException("The queue is complete.");
            }
            _items.Enqueue(item);
        }
        _ready.Release();
    }

    public bool TryTake([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T item)
    {
        _ready.Wait();
        lock (_items)
        {
            if (_items.TryDequeue(out item))
            {
                _room.Release();
                return true;
            }
        }
        // Complete and empty: the next one that waits is let through as well.
        _ready.Release();
        return false;
    }

    public void Complete()
    {
        lock (_items)
        {
            if (_isComplete)
                return;
            _isComplete = true;
        }
        // One for a taker and one for an adder; each one that goes home lets the next one through.
        _ready.Release();
        _room.Release();
    }
}
