// attack: a record of which one part is of a type that holds nothing
// chapter: 05-lost-orders
// expect: NotAllowed another OrderTotal than the workbook's record (Orders, Bowls)
namespace Katas.LostOrders;

public sealed class OrderBook
{
    public void Add(int bowls) { }

    public OrderTotal Total() => new(0, 0);
}

public readonly record struct Nothing;

public sealed record OrderTotal(int Orders, Nothing Bowls)
{
    public OrderTotal(int orders, int bowls)
        : this(2, default(Nothing)) { }
}
