// wrong: volatile makes no update atomic
// fails: Add_loses_no_order, Add_loses_no_bowl, A_total_never_shows_half_an_order, A_total_is_that_of_one_moment, A_total_is_that_of_one_moment_whoever_writes
// says: "Two waiters wrote down one order each"
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private volatile int _orders;
    private volatile int _bowls;

    public void Add(int bowls)
    {
        _orders = _orders + 1;
        _bowls = _bowls + bowls;
    }

    public OrderTotal Total()
    {
        return new OrderTotal(_orders, _bowls);
    }
}
