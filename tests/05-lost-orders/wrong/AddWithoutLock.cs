// wrong: two increments read the same count, so one order is lost
// fails: Add_loses_no_order, Add_loses_no_bowl, A_total_never_shows_half_an_order, A_total_is_that_of_one_moment, A_total_is_that_of_one_moment_whoever_writes
// says: "reads _orders -> 0"
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private int _orders;
    private int _bowls;

    public void Add(int bowls)
    {
        _orders++;
        _bowls += bowls;
    }

    public OrderTotal Total()
    {
        return new OrderTotal(_orders, _bowls);
    }
}
