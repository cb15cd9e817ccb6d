// wrong: writers and readers lock two different things
// fails: A_total_never_shows_half_an_order, A_total_is_that_of_one_moment, A_total_is_that_of_one_moment_whoever_writes
// says: "locks _reading"
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private readonly Lock _writing = new();
    private readonly Lock _reading = new();
    private int _orders;
    private int _bowls;

    public void Add(int bowls)
    {
        lock (_writing)
        {
            _orders++;
            _bowls += bowls;
        }
    }

    public OrderTotal Total()
    {
        lock (_reading)
        {
            return new OrderTotal(_orders, _bowls);
        }
    }
}
