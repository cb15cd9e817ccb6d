using System.Collections;

namespace Katas.BorrowedPools;

/// <summary>A list that cannot be cut up by index behind one's back, as an array can: who shares it hands out its items one after the other.</summary>
internal sealed class PlainList<T>(IEnumerable<T> items) : IReadOnlyList<T>
{
    private readonly T[] _items = [.. items];

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
