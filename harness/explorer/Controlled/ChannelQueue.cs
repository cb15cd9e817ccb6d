using System.Diagnostics.CodeAnalysis;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Items in the order in which they were written.</summary>
internal sealed class ChannelQueue<T> : IChannelItems<T>
{
    private readonly LinkedList<T> _items = [];

    public int Count => _items.Count;

    public bool CanPeek => true;

    public void Add(T item) => _items.AddLast(item);

    public bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        item = _items.First is { } first ? first.Value : default;
        return _items.Count > 0;
    }

    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        if (!TryPeek(out item))
            return false;
        _items.RemoveFirst();
        return true;
    }

    public T TakeNewest()
    {
        var newest = _items.Last!.Value;
        _items.RemoveLast();
        return newest;
    }
}
