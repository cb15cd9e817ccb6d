// attack: says that it is equal to whatever a test expects, by an explicit implementation
// chapter: 05-lost-orders
// expect: NotAllowed a Equals of its own in OrderTotal
namespace Katas.LostOrders;

public sealed class OrderBook
{
    public void Add(int bowls) { }

    public OrderTotal Total() => new(0, 0);
}

public sealed class OrderTotal(int orders, int bowls) : IEquatable<OrderTotal>
{
    public int Orders => orders;

    public int Bowls => bowls;

    bool IEquatable<OrderTotal>.Equals(OrderTotal? other) => true;
}
