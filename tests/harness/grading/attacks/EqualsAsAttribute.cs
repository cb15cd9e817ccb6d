// attack: a total whose base class says that it equals every other without fields
// chapter: 05-lost-orders
// expect: NotAllowed another OrderTotal than the workbook's record (Orders, Bowls)
namespace Katas.LostOrders;

public sealed class OrderBook
{
    public void Add(int bowls) { }

    public OrderTotal Total() => new(0, 0);
}

public sealed class OrderTotal : Attribute
{
    public OrderTotal(int Orders, int Bowls) { }

    public int Orders => 0;

    public int Bowls => 0;
}
