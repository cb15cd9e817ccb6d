using System.Diagnostics.CodeAnalysis;

namespace Katas.BuildThePool;

/// <summary>
/// The rail between the counter and the kitchen: orders go on at one end and come off at the other, and there is room for a fixed number of them. Any
/// number of threads may put orders on and take them off.
/// </summary>
/// <typeparam name="T">What an order is.</typeparam>
public sealed class BoundedQueue<T>
{
    /// <summary>Hangs up an empty rail.</summary>
    /// <param name="capacity">How many items there is room for; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than 1.</exception>
    public BoundedQueue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        // Yours: keep what the other members need. A Queue<T> does for the items; on its own it is not safe for several threads.
    }

    /// <summary>
    /// Kata 1. Puts an item at the end. While the queue is full, waits until somebody has taken one.
    /// </summary>
    /// <remarks>Waits without using the processor: no loop that asks again and again, and no sleep.</remarks>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidOperationException">The queue is complete, or is completed while this call waits (kata 2).</exception>
    public void Add(T item)
    {
        // TODO: put the item at the end, when there is room.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 1. Takes the item that has been in the queue longest. While the queue is empty, waits until somebody has added one.
    /// </summary>
    /// <remarks>Waits without using the processor, as <see cref="Add"/> does.</remarks>
    /// <param name="item">The item, when there is one.</param>
    /// <returns><see langword="true"/> with an item; <see langword="false"/> when the queue is complete and empty (kata 2).</returns>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        // TODO: take the first item, when there is one.
        throw new NotImplementedException();
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
        // TODO: let nobody in any more, and leave nobody waiting.
        throw new NotImplementedException();
    }
}
