// wrong: two atomic steps are not one atomic step
// fails: A_total_never_shows_half_an_order, A_total_is_that_of_one_moment, A_total_is_that_of_one_moment_whoever_writes
// says: "adds to _bowls = 3"
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private int _orders;
    private int _bowls;

    public void Add(int bowls)
    {
        Interlocked.Increment(ref _orders);
        Interlocked.Add(ref _bowls, bowls);
    }

    public OrderTotal Total()
    {
        return new OrderTotal(Volatile.Read(ref _orders), Volatile.Read(ref _bowls));
    }
}
