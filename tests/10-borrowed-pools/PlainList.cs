using System.Collections;

namespace Katas.BorrowedPools;

/// <summary>A list that a library cannot split by index, as it can an array: whoever shares it out has to hand out its items one after the other.</summary>
internal sealed class PlainList<T>(IEnumerable<T> items) : IReadOnlyList<T>
{
    private readonly T[] _items = [.. items];

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
