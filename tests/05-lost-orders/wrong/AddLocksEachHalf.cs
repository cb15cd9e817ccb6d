// wrong: the lock is given back between the two numbers
// fails: A_total_never_shows_half_an_order, A_total_is_that_of_one_moment, A_total_is_that_of_one_moment_whoever_writes
// says: "unlocks _gate"
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private readonly Lock _gate = new();
    private int _orders;
    private int _bowls;

    public void Add(int bowls)
    {
        lock (_gate)
            _orders++;
        lock (_gate)
            _bowls += bowls;
    }

    public OrderTotal Total()
    {
        lock (_gate)
            return new OrderTotal(_orders, _bowls);
    }
}
