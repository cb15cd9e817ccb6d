// wrong: an order of no bowls is not counted as an order
// fails: An_order_of_no_bowls_is_an_order
// says: "look at what Add skips"

namespace Katas.LostOrders;

public sealed class OrderBook
{
    private readonly Lock _gate = new();
    private int _orders;
    private int _bowls;

    public void Add(int bowls)
    {
        if (bowls == 0)
            return;
        lock (_gate)
        {
            _orders++;
            _bowls += bowls;
        }
    }

    public OrderTotal Total()
    {
        lock (_gate)
        {
            return new(_orders, _bowls);
        }
    }
}
