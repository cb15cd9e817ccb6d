// wrong: everybody locks an object of their own, which keeps nobody out
// fails: Add_loses_no_order, Add_loses_no_bowl, A_total_never_shows_half_an_order, A_total_is_that_of_one_moment, A_total_is_that_of_one_moment_whoever_writes
// says: "writes _orders = 1"
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private int _orders;
    private int _bowls;

    public void Add(int bowls)
    {
        lock (new object())
        {
            _orders++;
            _bowls += bowls;
        }
    }

    public OrderTotal Total()
    {
        lock (new object())
        {
            return new OrderTotal(_orders, _bowls);
        }
    }
}
