// wrong: only half of the update is atomic
// fails: Add_loses_no_bowl, A_total_never_shows_half_an_order, A_total_is_that_of_one_moment, A_total_is_that_of_one_moment_whoever_writes
// says: "increments _orders = 1"
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private int _orders;
    private int _bowls;

    public void Add(int bowls)
    {
        Interlocked.Increment(ref _orders);
        _bowls += bowls;
    }

    public OrderTotal Total()
    {
        return new OrderTotal(Volatile.Read(ref _orders), Volatile.Read(ref _bowls));
    }
}
