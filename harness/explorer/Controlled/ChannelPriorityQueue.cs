using System.Diagnostics.CodeAnalysis;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Items in the order of a comparer; the channel that has it is never full.</summary>
internal sealed class ChannelPriorityQueue<T>(IComparer<T>? comparer) : IChannelItems<T>
{
    private readonly PriorityQueue<bool, T> _items = new(comparer);

    public int Count => _items.Count;

    public bool CanPeek => true;

    public void Add(T item) => _items.Enqueue(true, item);

    public bool TryPeek([MaybeNullWhen(false)] out T item) => _items.TryPeek(out _, out item);

    public bool TryTake([MaybeNullWhen(false)] out T item) => _items.TryDequeue(out _, out item);

    public T TakeNewest() => throw new NotSupportedException("It is never full.");
}
