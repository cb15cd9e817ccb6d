// attack: a record with one part more, whose constructor of two makes all alike
// chapter: 05-lost-orders
// expect: NotAllowed another OrderTotal than the workbook's record (Orders, Bowls)
namespace Katas.LostOrders;

public sealed class OrderBook
{
    public void Add(int bowls) { }

    public OrderTotal Total() => new(0, 0);
}

public sealed record OrderTotal(int Orders, int Bowls, byte Seal)
{
    public OrderTotal(int orders, int bowls)
        : this(2, 0, 0) { }
}
