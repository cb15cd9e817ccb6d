// right: the lock as the statement is made of it
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private readonly object _gate = new();
    private int _orders;
    private int _bowls;

    public void Add(int bowls)
    {
        Monitor.Enter(_gate);
        try
        {
            _orders++;
            _bowls += bowls;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public OrderTotal Total()
    {
        lock (_gate)
            return new OrderTotal(_orders, _bowls);
    }
}
