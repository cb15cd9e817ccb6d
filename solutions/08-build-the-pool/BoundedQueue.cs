using System.Diagnostics.CodeAnalysis;

namespace Katas.BuildThePool;

/// <summary>
/// The rail between the counter and the kitchen: orders go on at one end and come off at the other, and there is room for a fixed number of them. Any
/// number of threads may put orders on and take them off.
/// </summary>
/// <typeparam name="T">What an order is.</typeparam>
public sealed class BoundedQueue<T>
{
    private readonly object _gate = new();
    private readonly Queue<T> _items = new();
    private readonly int _capacity;
    private bool _isComplete;

    /// <summary>Hangs up an empty rail.</summary>
    /// <param name="capacity">How many items there is room for; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than 1.</exception>
    public BoundedQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <summary>
    /// Kata 1. Puts an item at the end. While the queue is full, waits until somebody has taken one.
    /// </summary>
    /// <remarks>Waits without using the processor: no loop that asks again and again, and no sleep.</remarks>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidOperationException">The queue is complete, or is completed while this call waits (kata 2).</exception>
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

    /// <summary>
    /// Kata 1. Takes the item that has been in the queue longest. While the queue is empty, waits until somebody has added one.
    /// </summary>
    /// <remarks>Waits without using the processor, as <see cref="Add"/> does.</remarks>
    /// <param name="item">The item, when there is one.</param>
    /// <returns><see langword="true"/> with an item; <see langword="false"/> when the queue is complete and empty (kata 2).</returns>
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

    /// <summary>
    /// Kata 2. Says that nothing more will be added. What is in the queue can still be taken; whoever waits for more is sent home.
    /// </summary>
    /// <remarks>
    /// From then on <see cref="Add"/> throws and <see cref="TryTake"/> returns <see langword="false"/> once the queue is empty; that goes for
    /// calls that already wait, too. Calling it again is harmless.
    /// </remarks>
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
