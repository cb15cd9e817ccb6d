// wrong: what was sold is added to what is wanted, and the sum runs over
// fails: Who_wants_more_than_any_shop_has_gets_nothing
// says: "it runs over"
namespace Katas.LostOrders;

public sealed class Stock(int portions)
{
    private readonly Lock _gate = new();
    private readonly int _portions = portions;
    private int _sold;

    public int Left
    {
        get
        {
            lock (_gate)
            {
                return _portions - _sold;
            }
        }
    }

    public bool TryTake(int portions)
    {
        lock (_gate)
        {
            if (_sold + portions > _portions)
                return false;
            _sold += portions;
            return true;
        }
    }
}
