// attack: a record that keeps nothing, and so equals every other of its kind
// chapter: 05-lost-orders
// expect: NotAllowed another OrderTotal than the workbook's record (Orders, Bowls)
namespace Katas.LostOrders;

public sealed class OrderBook
{
    public void Add(int bowls) { }

    public OrderTotal Total() => new(0, 0);
}

public sealed record OrderTotal
{
    public OrderTotal(int Orders, int Bowls) { }

    public int Orders => 0;

    public int Bowls => 0;
}
