// wrong: the look is outside the lock, so it is stale inside
// fails: The_last_portion_is_sold_once
// says: "locks _gate"
namespace Katas.LostOrders;

public sealed class Stock(int portions)
{
    private readonly Lock _gate = new();
    private int _left = portions;

    public int Left
    {
        get
        {
            lock (_gate)
                return _left;
        }
    }

    public bool TryTake(int portions)
    {
        if (Left < portions)
            return false;
        lock (_gate)
            _left -= portions;
        return true;
    }
}
