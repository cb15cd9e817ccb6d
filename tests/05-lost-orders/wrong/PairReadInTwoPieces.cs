// wrong: both numbers lie in one structure, which is read without the lock; a machine reads it in two pieces
// fails: A_total_never_shows_half_an_order
// says: "saw half of it"
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private readonly Lock _gate = new();
    private (long Orders, long Bowls) _total;

    public void Add(int bowls)
    {
        lock (_gate)
            _total = (_total.Orders + 1, _total.Bowls + bowls);
    }

    public OrderTotal Total()
    {
        var total = _total;
        return new((int)total.Orders, (int)total.Bowls);
    }
}
