// wrong: the total is read outside the lock, in the middle of an order
// fails: A_total_never_shows_half_an_order, A_total_is_that_of_one_moment, A_total_is_that_of_one_moment_whoever_writes
// says: "saw half of it"
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private readonly Lock _gate = new();
    private int _orders;
    private int _bowls;

    public void Add(int bowls)
    {
        lock (_gate)
        {
            _orders++;
            _bowls += bowls;
        }
    }

    public OrderTotal Total()
    {
        return new OrderTotal(_orders, _bowls);
    }
}
