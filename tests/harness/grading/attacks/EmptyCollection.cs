// attack: a total that is an empty collection, which equals every other empty one
// chapter: 05-lost-orders
// expect: NotAllowed System.Collections.IEnumerable as a part of OrderTotal
using System.Collections;

namespace Katas.LostOrders;

public sealed class OrderBook
{
    public void Add(int bowls) { }

    public OrderTotal Total() => new(0, 0);
}

public sealed record OrderTotal(int Orders, int Bowls) : IEnumerable
{
    IEnumerator IEnumerable.GetEnumerator() => Array.Empty<object>().GetEnumerator();
}
