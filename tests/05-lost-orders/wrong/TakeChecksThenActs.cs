// wrong: looks in one step and takes in another
// fails: The_last_portion_is_sold_once, What_is_taken_is_gone, Whoever_can_be_served_is_served_however_many_ask
// says: "exactly one of them should get it"
namespace Katas.LostOrders;

public sealed class Stock(int portions)
{
    private int _left = portions;

    public int Left => _left;

    public bool TryTake(int portions)
    {
        if (_left < portions)
            return false;
        _left -= portions;
        return true;
    }
}
