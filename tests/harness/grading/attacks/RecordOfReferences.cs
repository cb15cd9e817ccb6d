// attack: a record whose parts come by reference, and whose constructor of values makes all alike
// chapter: 05-lost-orders
// expect: NotAllowed another OrderTotal than the workbook's record (Orders, Bowls)
namespace Katas.LostOrders;

public sealed class OrderBook
{
    public void Add(int bowls) { }

    public OrderTotal Total() => new(0, 0);
}

public sealed record OrderTotal(in int Orders, in int Bowls)
{
    private static readonly int s_two = 2;

    public OrderTotal(int orders, int bowls)
        : this(in s_two, in s_two) { }
}
